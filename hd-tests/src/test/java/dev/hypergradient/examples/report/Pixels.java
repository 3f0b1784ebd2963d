package dev.hypergradient.examples.report;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** What can be told of a picture without looking at it. */
public final class Pixels {
  private Pixels() {}

  /** The number of pixels of just this colour. */
  public static long count(BufferedImage image, int rgb) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
        .count();
  }
}
