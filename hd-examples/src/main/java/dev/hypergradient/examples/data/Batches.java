package dev.hypergradient.examples.data;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns images into what a network is fed: standardised pixels, a row an image, and one-hot labels.
 */
public final class Batches {
  private final Images images;
  private final PixelScaling scaling;

  Batches(Images images, PixelScaling scaling) {
    this.images = images;
    this.scaling = scaling;
  }

  /** Number of images to choose from. */
  public int count() {
    return images.count();
  }

  /** Class of one image. */
  public int label(int image) {
    return images.label(image);
  }

  /**
   * The images {@code order[from]} to {@code order[to − 1]} as one batch: features of shape {@code
   * [to − from, pixels]}, channels first, and labels of shape {@code [to − from, classes]}, in the
   * default data type.
   */
  public DataSet batch(int[] order, int from, int to) {
    int planeSize = images.shape().planeSize();
    float[][] features = new float[to - from][images.shape().size()];
    float[][] labels = new float[to - from][Images.CLASSES];
    for (int row = 0; row < features.length; row++) {
      int image = order[from + row];
      for (int position = 0; position < features[row].length; position++) {
        features[row][position] =
            scaling.input(position / planeSize, images.pixel(image, position));
      }
      labels[row][images.label(image)] = 1;
    }
    return new DataSet(Nd4j.create(features), Nd4j.create(labels));
  }
}
