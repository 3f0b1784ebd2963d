package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.MalformedFileException;
import dev.hypergradient.examples.files.PackedFile;
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
  private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

  /** More than the 70,000 that both data sets have together. */
  private static final int MAX_COUNT = 100_000;

  private IdxReader() {}

  /**
   * Reads images and their labels.
   *
   * @throws MalformedFileException if a file is foreign, too short, too long, of other than 28×28
   *     pixels, of more than 100,000 images, or the two do not match
   */
  static Images read(Path imagesFile, Path labelsFile) throws IOException {
    int[] lengths = lengths(imagesFile, IMAGES_MAGIC, 3);
    int labelCount = lengths(labelsFile, LABELS_MAGIC, 1)[0];
    if (lengths[1] != SHAPE.height() || lengths[2] != SHAPE.width()) {
      throw new MalformedFileException(
          imagesFile, "images must have 28x28 pixels, got " + lengths[1] + "x" + lengths[2]);
    }
    if (lengths[0] != labelCount) {
      throw new MalformedFileException(
          labelsFile, "must have a label for each of " + lengths[0] + " images, got " + labelCount);
    }
    byte[] pixels = body(imagesFile, lengths);
    byte[] labels = body(labelsFile, new int[] {labelCount});
    try {
      return new Images(SHAPE, pixels, labels);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(labelsFile, e.getMessage());
    }
  }

  private static int[] lengths(Path file, int magic, int rank) throws IOException {
    int size = headerSize(rank);
    ByteBuffer header = ByteBuffer.wrap(PackedFile.first(file, size));
    if (header.remaining() < size) {
      throw new MalformedFileException(
          file, "needs a header of " + size + " bytes, got " + header.remaining() + " bytes");
    }
    int found = header.getInt();
    if (found != magic) {
      throw new MalformedFileException(
          file, String.format("must begin with the magic number 0x%08x, got 0x%08x", magic, found));
    }
    int[] lengths = new int[rank];
    for (int i = 0; i < rank; i++) {
      lengths[i] = header.getInt();
      if (lengths[i] < 1) {
        throw new MalformedFileException(
            file, "length of dimension " + i + " must be at least 1, got " + lengths[i]);
      }
    }
    if (lengths[0] > MAX_COUNT) {
      throw new MalformedFileException(
          file, "must have at most " + MAX_COUNT + " items, got " + lengths[0]);
    }
    return lengths;
  }

  /** The bytes after the header; no more are read than the lengths ask for. */
  private static byte[] body(Path file, int[] lengths) throws IOException {
    int size = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
    int start = headerSize(lengths.length);
    byte[] bytes = PackedFile.first(file, start + size + 1);
    if (bytes.length != start + size) {
      throw new MalformedFileException(
          file,
          "dimensions %s need %d bytes, got %s"
              .formatted(
                  Arrays.toString(lengths),
                  size,
                  bytes.length > start + size ? "more" : bytes.length - start));
    }
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }

  private static int headerSize(int rank) {
    return Integer.BYTES * (1 + rank);
  }
}
