package dev.hypergradient.examples.published;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.Hyperparameters;
import dev.hypergradient.examples.model.LogisticRegression;
import dev.hypergradient.examples.training.ImageOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The logistic regression of the authors' published runs on MNIST: its initial parameters, and the
 * orders of images, which all six runs have in common.
 */
public final class PublishedStart implements Architecture, ImageOrder {
  /** Epochs that there is an order for. */
  public static final int EPOCHS = 10;

  private static final int CLASSES = 10;
  private static final int IMAGES = 60_000;
  private static final int WEIGHTS = CLASSES * 28 * 28;
  private static final int BIASES = CLASSES;

  private final LogisticRegression architecture = new LogisticRegression();
  private final float[] parameters;
  private final int[][] orders;

  private PublishedStart(float[] parameters, int[][] orders) {
    this.parameters = parameters;
    this.orders = orders;
  }

  /**
   * Reads the files {@code logreg-W0.f32le}, {@code logreg-b0.f32le} and {@code
   * logreg-perms-11x60000.u16le.gz} of a directory.
   *
   * @throws IOException if a file cannot be read or is not of the expected length
   */
  public static PublishedStart read(Path directory) throws IOException {
    float[] parameters = new float[WEIGHTS + BIASES];
    FloatBuffer weights =
        bytes(directory.resolve("logreg-W0.f32le"), WEIGHTS * Float.BYTES).asFloatBuffer();
    FloatBuffer biases =
        bytes(directory.resolve("logreg-b0.f32le"), BIASES * Float.BYTES).asFloatBuffer();
    // 784 weights for each class in turn: as DL4J flattens its transposed matrix.
    weights.get(parameters, 0, WEIGHTS);
    biases.get(parameters, WEIGHTS, BIASES);

    int[][] orders = new int[1 + EPOCHS][IMAGES];
    ShortBuffer images =
        bytes(
                directory.resolve("logreg-perms-11x60000.u16le.gz"),
                orders.length * IMAGES * Short.BYTES)
            .asShortBuffer();
    for (int[] order : orders) {
      for (int i = 0; i < IMAGES; i++) {
        order[i] = Short.toUnsignedInt(images.get());
      }
    }
    return new PublishedStart(parameters, orders);
  }

  private static ByteBuffer bytes(Path file, int length) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] bytes = in.readAllBytes();
      if (bytes.length != length) {
        throw new IOException(file + " must hold " + length + " bytes, got " + bytes.length);
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /**
   * The orders of images: that of the batch on which the authors measured the loss before training,
   * then those of {@value #EPOCHS} epochs.
   *
   * @throws IllegalArgumentException if the data set has another number of images
   */
  @Override
  public Supplier<int[]> epochs(int count, long seed) {
    if (count != IMAGES) {
      throw new IllegalArgumentException(
          "the published order is one of " + IMAGES + " images, got " + count);
    }
    Iterator<int[]> rest = Arrays.asList(orders).iterator();
    return () -> rest.next().clone();
  }

  @Override
  public String name() {
    return architecture.name();
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    return architecture.configure(images, classes, hyperparameters);
  }

  @Override
  public MultiLayerNetwork create(ImageShape images, int classes, Hyperparameters hyperparameters) {
    MultiLayerNetwork network = new MultiLayerNetwork(configure(images, classes, hyperparameters));
    network.init(Nd4j.createFromArray(parameters).reshape(1, -1), true);
    return network;
  }
}
