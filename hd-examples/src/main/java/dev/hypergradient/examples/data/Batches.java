package dev.hypergradient.examples.data;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns images into batches for a network: standardised pixels, one row per image, and one-hot
 * labels.
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
    float[][] features = new float[to - from][images.shape().size()];
    float[][] labels = new float[to - from][images.classes()];
    for (int row = 0; row < features.length; row++) {
      int image = order[from + row];
      writeInputs(image, features[row], 0);
      labels[row][images.label(image)] = 1;
    }
    return new DataSet(Nd4j.create(features), Nd4j.create(labels));
  }

  /** Batches of one size that reuse the same memory, for many short steps. */
  public ReusedBatch reused(int size) {
    float[] inputs = new float[Math.multiplyExact(count(), images.shape().size())];
    for (int image = 0; image < count(); image++) {
      writeInputs(image, inputs, image * images.shape().size());
    }
    return new ReusedBatch(images, inputs, size);
  }

  private void writeInputs(int image, float[] inputs, int start) {
    int planeSize = images.shape().planeSize();
    for (int channel = 0; channel < images.shape().channels(); channel++) {
      int first = channel * planeSize;
      for (int position = first; position < first + planeSize; position++) {
        inputs[start + position] = scaling.input(channel, images.pixel(image, position));
      }
    }
  }
}
