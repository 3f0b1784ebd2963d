package dev.hypergradient.examples.data;

/**
 * The size of an image: {@code channels} planes of {@code height} rows of {@code width} pixels, all
 * at least 1.
 */
public record ImageShape(int channels, int height, int width) {
  /** Rejects sizes below 1. */
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "channels, height and width must be at least 1, got "
              + channels
              + ", "
              + height
              + ", "
              + width);
    }
  }

  /** Pixels of one image, all channels together. */
  public int size() {
    return channels * height * width;
  }

  /** Pixels of one channel. */
  public int planeSize() {
    return height * width;
  }
}
