package dev.hypergradient.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The initial parameters and the orders of images that the authors' runs have in common. */
final class PublishedStart {
  static final int PIXELS = 28 * 28;
  static final int CLASSES = 10;
  private static final int EPOCHS = 10;
  private static final int IMAGES = 60_000;
  private static final int WEIGHTS = CLASSES * PIXELS;
  private static final int BIASES = CLASSES;

  private final float[] parameters;
  private final int[][] orders;

  private PublishedStart(float[] parameters, int[][] orders) {
    this.parameters = parameters;
    this.orders = orders;
  }

  /**
   * Reads the files {@code logreg-*} of a directory.
   *
   * @throws IOException if a file cannot be read or is not of the expected length
   */
  static PublishedStart read(Path directory) throws IOException {
    float[] parameters = new float[WEIGHTS + BIASES];
    int[][] orders = new int[1 + EPOCHS][IMAGES];

    FloatBuffer weights =
        bytes(directory.resolve("logreg-W0.f32le"), WEIGHTS * Float.BYTES).asFloatBuffer();
    FloatBuffer biases =
        bytes(directory.resolve("logreg-b0.f32le"), BIASES * Float.BYTES).asFloatBuffer();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = i < WEIGHTS ? weights.get() : biases.get();
    }

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
   * Weights, 784 for each class in turn, then a bias for each class; DL4J, which stores the
   * transposed matrix column by column, has its flattened parameters in the same order.
   */
  float[] parameters() {
    return parameters.clone();
  }

  /** Number of epochs that there is an order for. */
  int epochs() {
    return EPOCHS;
  }

  /**
   * The order of the training images in an epoch, counted from 1; order 0 began with the batch on
   * which the authors measured the loss before training.
   */
  int[] order(int epoch) {
    return orders[epoch].clone();
  }
}
