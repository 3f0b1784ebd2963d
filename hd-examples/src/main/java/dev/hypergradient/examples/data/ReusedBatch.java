package dev.hypergradient.examples.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches of one size, each in the memory of the one before: filling it costs two copies and
 * nothing else. For one thread.
 */
public final class ReusedBatch {
  private final Images images;
  private final float[] inputs;
  private final float[] features;
  private final float[] labels;
  private final DataSet batch;

  /**
   * An empty batch.
   *
   * @param inputs of all images, one after the other
   * @param size images of a batch
   */
  ReusedBatch(Images images, float[] inputs, int size) {
    this.images = images;
    this.inputs = inputs;
    features = new float[size * images.shape().size()];
    labels = new float[size * images.classes()];
    batch =
        new DataSet(
            Nd4j.create(DataType.FLOAT, size, images.shape().size()),
            Nd4j.create(DataType.FLOAT, size, images.classes()));
  }

  /** The images from {@code order[from]} on, as a batch that the next call overwrites. */
  public DataSet fill(int[] order, int from) {
    int size = images.shape().size();
    Arrays.fill(labels, 0);
    for (int row = 0; row < batch.numExamples(); row++) {
      int image = order[from + row];
      System.arraycopy(inputs, image * size, features, row * size, size);
      labels[row * images.classes() + images.label(image)] = 1;
    }
    copy(features, batch.getFeatures());
    copy(labels, batch.getLabels());
    return batch;
  }

  private static void copy(float[] values, INDArray array) {
    FloatBuffer memory = array.data().asNioFloat();
    memory.put(values);
  }
}
