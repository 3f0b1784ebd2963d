package dev.hypergradient.examples.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Labelled images of one size, as unsigned bytes: image after image, channel after channel, row
 * after row.
 *
 * <p>Immutable by agreement: the arrays are neither copied nor written to. Labels are classes,
 * counted from 0.
 */
public final class Images {
  /** Classes of most data sets. */
  public static final int CLASSES = 10;

  private final ImageShape shape;
  private final byte[] pixels;
  private final byte[] labels;
  private final int classes;

  /**
   * Joins pixels and labels of {@value #CLASSES} classes.
   *
   * @throws IllegalArgumentException if their counts differ or a label is no class
   */
  public Images(ImageShape shape, byte[] pixels, byte[] labels) {
    this(shape, pixels, labels, CLASSES);
  }

  /**
   * Joins pixels and labels.
   *
   * @throws IllegalArgumentException if their counts differ or a label is not below {@code classes}
   */
  public Images(ImageShape shape, byte[] pixels, byte[] labels, int classes) {
    this.shape = Objects.requireNonNull(shape, "shape");
    this.pixels = Objects.requireNonNull(pixels, "pixels");
    this.labels = Objects.requireNonNull(labels, "labels");
    this.classes = classes;
    if (pixels.length != (long) labels.length * shape.size()) {
      throw new IllegalArgumentException(
          labels.length
              + " labels need "
              + (long) labels.length * shape.size()
              + " pixels, got "
              + pixels.length);
    }
    for (int i = 0; i < labels.length; i++) {
      int label = Byte.toUnsignedInt(labels[i]);
      if (label >= classes) {
        throw new IllegalArgumentException(
            "label of image " + i + " must be 0 to " + (classes - 1) + ", got " + label);
      }
    }
  }

  /** Size of every image. */
  public ImageShape shape() {
    return shape;
  }

  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Class of one image. */
  public int label(int image) {
    return labels[image];
  }

  /** Value of one pixel, 0 to 255; {@code position} counts through channels, rows and columns. */
  public int pixel(int image, int position) {
    return Byte.toUnsignedInt(pixels[image * shape.size() + position]);
  }

  /** The first of these images, all if they are fewer. */
  Images first(int images) {
    return images >= count()
        ? this
        : new Images(
            shape,
            Arrays.copyOf(pixels, images * shape.size()),
            Arrays.copyOf(labels, images),
            classes);
  }

  /** These images with every pixel repeated {@code factor} times in both directions. */
  public Images enlarged(int factor) {
    if (factor == 1) {
      return this;
    }
    ImageShape larger =
        new ImageShape(shape.channels(), shape.height() * factor, shape.width() * factor);
    byte[] repeated = new byte[Math.multiplyExact(count(), larger.size())];
    // Planes lie one below the other, so images and channels are just more rows.
    for (int i = 0; i < repeated.length; i++) {
      int row = i / larger.width() / factor;
      int column = i % larger.width() / factor;
      repeated[i] = pixels[row * shape.width() + column];
    }
    return new Images(larger, repeated, labels, classes);
  }
}
