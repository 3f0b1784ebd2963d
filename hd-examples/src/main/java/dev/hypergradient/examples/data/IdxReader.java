package dev.hypergradient.examples.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the IDX files of MNIST and Fashion-MNIST: a big-endian magic number that tells data type
 * and rank, one length per dimension, and the unsigned bytes themselves.
 */
final class IdxReader {
  private static final int LABELS_MAGIC = 0x0801;
  private static final int IMAGES_MAGIC = 0x0803;

  private IdxReader() {}

  /**
   * Reads images and their labels.
   *
   * @throws MalformedFileException if a file is foreign, too short, too long, of other than 28×28
   *     pixels, or the two do not match
   */
  static Images read(Path imagesFile, Path labelsFile) throws IOException {
    ByteBuffer images = ByteBuffer.wrap(DataFile.read(imagesFile));
    int[] lengths = header(images, imagesFile, IMAGES_MAGIC, 3);
    ByteBuffer labels = ByteBuffer.wrap(DataFile.read(labelsFile));
    int labelCount = header(labels, labelsFile, LABELS_MAGIC, 1)[0];
    if (lengths[1] != 28 || lengths[2] != 28) {
      throw new MalformedFileException(
          imagesFile, "images must have 28x28 pixels, got " + lengths[1] + "x" + lengths[2]);
    }
    if (lengths[0] != labelCount) {
      throw new MalformedFileException(
          labelsFile, "must have a label for each of " + lengths[0] + " images, got " + labelCount);
    }
    try {
      return new Images(new ImageShape(1, 28, 28), rest(images), rest(labels));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(labelsFile, e.getMessage());
    }
  }

  private static int[] header(ByteBuffer bytes, Path file, int magic, int rank)
      throws MalformedFileException {
    int headerSize = Integer.BYTES * (1 + rank);
    if (bytes.remaining() < headerSize) {
      throw new MalformedFileException(
          file, "needs a header of " + headerSize + " bytes, got " + bytes.remaining() + " bytes");
    }
    int found = bytes.getInt();
    if (found != magic) {
      throw new MalformedFileException(
          file, String.format("must begin with the magic number 0x%08x, got 0x%08x", magic, found));
    }
    int[] lengths = new int[rank];
    double size = 1;
    for (int i = 0; i < rank; i++) {
      lengths[i] = bytes.getInt();
      if (lengths[i] < 1) {
        throw new MalformedFileException(
            file, "length of dimension " + i + " must be at least 1, got " + lengths[i]);
      }
      size *= lengths[i];
    }
    if (bytes.remaining() != size) {
      throw new MalformedFileException(
          file,
          String.format(
              "dimensions %s need %.0f bytes, got %d",
              Arrays.toString(lengths), size, bytes.remaining()));
    }
    return lengths;
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }
}
