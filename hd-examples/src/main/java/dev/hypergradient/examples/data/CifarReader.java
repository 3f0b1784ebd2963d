package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.MalformedFileException;
import dev.hypergradient.examples.files.PackedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the binary version of CIFAR-10: records of a label byte and 32×32 pixels of red, green and
 * blue, one plane after the other; nothing else is in a file.
 */
final class CifarReader {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int RECORD_SIZE = 1 + SHAPE.size();

  /** As many as a file of CIFAR-10 has. */
  private static final int MAX_RECORDS = 10_000;

  private CifarReader() {}

  /**
   * Reads files one after the other as one set of images.
   *
   * @throws MalformedFileException if a file is empty, holds a broken record, more than 10,000
   *     records or a label above 9
   */
  static Images read(List<Path> files) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (Path file : files) {
      byte[] bytes = PackedFile.all(file, MAX_RECORDS * RECORD_SIZE);
      if (bytes.length == 0 || bytes.length % RECORD_SIZE != 0) {
        throw new MalformedFileException(
            file,
            "must be whole records of " + RECORD_SIZE + " bytes, got " + bytes.length + " bytes");
      }
      for (int start = 0; start < bytes.length; start += RECORD_SIZE) {
        int label = Byte.toUnsignedInt(bytes[start]);
        if (label >= Images.CLASSES) {
          throw new MalformedFileException(
              file,
              "label of record "
                  + start / RECORD_SIZE
                  + " must be 0 to "
                  + (Images.CLASSES - 1)
                  + ", got "
                  + label);
        }
        labels.write(label);
        pixels.write(bytes, start + 1, SHAPE.size());
      }
    }
    return new Images(SHAPE, pixels.toByteArray(), labels.toByteArray());
  }
}
