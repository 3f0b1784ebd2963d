package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.files.MalformedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final int SIZE = 28 * 28;

  @TempDir private Path directory;
  private Path images;
  private Path labels;

  @BeforeEach
  void writeGoodFiles() throws IOException {
    images = directory.resolve("images");
    labels = directory.resolve("labels");
    Files.write(images, idx(new int[] {0x803, 2, 28, 28}, pixels(2)));
    Files.write(labels, idx(new int[] {0x801, 2}, new byte[] {9, 0}));
  }

  @Test
  void readsImagesAndLabels() throws IOException {
    Images read = IdxReader.read(images, labels);

    assertThat(read.count()).isEqualTo(2);
    assertThat(read.shape()).isEqualTo(new ImageShape(1, 28, 28));
    assertThat(read.label(0)).isEqualTo(9);
    assertThat(read.label(1)).isZero();
    // Pixel i of the file is i mod 251, read as an unsigned byte.
    assertThat(read.pixel(0, 250)).isEqualTo(250);
    assertThat(read.pixel(1, 3)).isEqualTo((SIZE + 3) % 251);
  }

  @Test
  void readsPackedFiles() throws IOException {
    Path packed = directory.resolve("images.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(images, out);
    }

    assertThat(IdxReader.read(packed, labels).pixel(1, 3)).isEqualTo((SIZE + 3) % 251);
  }

  @Test
  void rejectsTruncatedPackedFile() throws IOException {
    Path packed = directory.resolve("images.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(images, out);
    }
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));

    assertRejected(packed, labels, "images.gz", "truncated");
  }

  @Test
  void rejectsWhatIsNoGzip() throws IOException {
    Path packed = Files.copy(images, directory.resolve("images.gz"));

    assertRejected(packed, labels, "images.gz", "no intact gzip");
  }

  @Test
  void rejectsTruncatedFile() throws IOException {
    Files.write(images, idx(new int[] {0x803, 2, 28, 28}, Arrays.copyOf(pixels(2), 2 * SIZE - 1)));

    assertRejected(images, labels, "[2, 28, 28] need 1568 bytes, got 1567");
  }

  @Test
  void rejectsOverlongFile() throws IOException {
    Files.write(images, idx(new int[] {0x803, 2, 28, 28}, Arrays.copyOf(pixels(2), 2 * SIZE + 1)));

    assertRejected(images, labels, "[2, 28, 28] need 1568 bytes, got more");
  }

  @Test
  void rejectsFileWithoutHeader() throws IOException {
    Files.write(images, new byte[15]);

    assertRejected(images, labels, "header of 16 bytes, got 15 bytes");
  }

  @Test
  void rejectsForeignMagicNumber() throws IOException {
    Files.write(labels, idx(new int[] {0x801, 20}, new byte[20]));

    assertRejected(labels, labels, "0x00000803", "0x00000801");
  }

  @Test
  void rejectsForeignDimensions() throws IOException {
    Files.write(images, idx(new int[] {0x803, 2, 14, 56}, pixels(2)));

    assertRejected(images, labels, "28x28", "14x56");
  }

  @Test
  void rejectsMoreImagesThanAnySetHas() throws IOException {
    Files.write(images, idx(new int[] {0x803, Integer.MAX_VALUE, 28, 28}, new byte[0]));

    assertRejected(images, labels, "at most 100000 items, got 2147483647");
  }

  @Test
  void inflatesNoMoreThanTheHeaderAsksFor() throws IOException {
    Path bomb = directory.resolve("images.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      Files.copy(images, out);
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1 << 20]);
      }
    }

    assertRejected(bomb, labels, "images.gz: dimensions [2, 28, 28] need 1568 bytes, got more");
  }

  @Test
  void rejectsNegativeLength() throws IOException {
    Files.write(labels, idx(new int[] {0x801, -2}, new byte[2]));

    assertRejected(images, labels, "at least 1, got -2");
  }

  @Test
  void rejectsOtherNumberOfLabels() throws IOException {
    Files.write(labels, idx(new int[] {0x801, 3}, new byte[3]));

    assertRejected(images, labels, "each of 2 images, got 3");
  }

  @Test
  void rejectsLabelOutOfRange() throws IOException {
    Files.write(labels, idx(new int[] {0x801, 2}, new byte[] {9, 10}));

    assertRejected(images, labels, "label of image 1 must be 0 to 9, got 10");
  }

  private static void assertRejected(Path images, Path labels, String... partsOfMessage) {
    assertThatThrownBy(() -> IdxReader.read(images, labels))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContainingAll(partsOfMessage);
  }

  private static byte[] pixels(int images) {
    byte[] pixels = new byte[images * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 251);
    }
    return pixels;
  }

  private static byte[] idx(int[] header, byte[] body) {
    ByteBuffer bytes = ByteBuffer.allocate(header.length * Integer.BYTES + body.length);
    Arrays.stream(header).forEach(bytes::putInt);
    return bytes.put(body).array();
  }
}
