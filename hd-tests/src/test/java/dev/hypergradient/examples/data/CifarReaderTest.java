package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.files.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
  private static final int RECORD = 1 + 3 * 32 * 32;

  @TempDir private Path directory;

  @Test
  void readsFilesOneAfterTheOther() throws IOException {
    Path first = write("first", records(3, 7));
    Path second = write("second", records(9));

    Images images = CifarReader.read(List.of(first, second));

    assertThat(images.count()).isEqualTo(3);
    assertThat(images.shape()).isEqualTo(new ImageShape(3, 32, 32));
    assertThat(List.of(images.label(0), images.label(1), images.label(2))).containsExactly(3, 7, 9);
    // Every pixel of a record is 200 + its label, above the range of signed bytes.
    assertThat(images.pixel(1, 0)).isEqualTo(207);
    assertThat(images.pixel(2, RECORD - 2)).isEqualTo(209);
  }

  @Test
  void rejectsTruncatedFile() throws IOException {
    assertRejected(Arrays.copyOf(records(3, 7), 2 * RECORD - 1), "3073 bytes, got 6145 bytes");
  }

  @Test
  void rejectsOverlongFile() throws IOException {
    assertRejected(Arrays.copyOf(records(3), RECORD + 1), "3073 bytes, got 3074 bytes");
  }

  @Test
  void rejectsMoreRecordsThanAFileHas() throws IOException {
    assertRejected(new byte[10_001 * RECORD], "at most 30730000 bytes, got more");
  }

  @Test
  void rejectsEmptyFile() throws IOException {
    assertRejected(new byte[0], "got 0 bytes");
  }

  @Test
  void rejectsLabelOutOfRange() throws IOException {
    assertRejected(records(3, 10), "label of record 1 must be 0 to 9, got 10");
  }

  private void assertRejected(byte[] bytes, String message) throws IOException {
    Path file = write("data_batch_1.bin", bytes);
    assertThatThrownBy(() -> CifarReader.read(List.of(file)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContainingAll("data_batch_1.bin", message);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static byte[] records(int... labels) {
    byte[] bytes = new byte[labels.length * RECORD];
    for (int i = 0; i < labels.length; i++) {
      Arrays.fill(bytes, i * RECORD, (i + 1) * RECORD, (byte) (200 + labels[i]));
      bytes[i * RECORD] = (byte) labels[i];
    }
    return bytes;
  }
}
