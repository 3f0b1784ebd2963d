package dev.hypergradient.examples.report;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Measures pictures. */
public final class Pixels {
  private Pixels() {}

  /** The number of pixels of exactly this colour. */
  public static long count(BufferedImage image, int rgb) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
        .count();
  }
}
