package dev.hypergradient.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @TempDir private Path directory;

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = directory.resolve("file.csv");

    CsvFile.write(file, List.of("a", "b"), csv -> csv.printRecord("1, 2", 0.5));

    assertThat(read(file)).containsExactly(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n0\n", "b\n0.5\nx\n", "b\n0.5\n\"1\n", "b,b\n1,2\n", "b\n\u00ff\n"})
  void wrongFilesAreNamed(String text) throws IOException {
    Path file = directory.resolve("file.csv");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(file + ":");
  }

  @Test
  void wrongNumbersHaveALine() throws IOException {
    Path file = Files.writeString(directory.resolve("file.csv"), "b\n0.5\nx\n");

    assertThatThrownBy(() -> read(file)).hasMessage(file + ":3: For input string: \"x\"");
  }

  @Test
  void readsPackedFilesUpToALimit() throws IOException {
    byte[] text = "b\n0.5\n".getBytes(StandardCharsets.US_ASCII);
    Path file = directory.resolve("file.csv.gz");
    Files.write(file, packed(text));
    assertThat(read(file)).containsExactly(0.5);

    // 64 MiB of zeros in 64 KiB.
    Files.write(file, packed(Arrays.copyOf(text, (1 << 26) + 1)));
    assertThatThrownBy(() -> read(file))
        .hasMessage(file + ": must hold at most 67108864 bytes, got more");
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static List<Double> read(Path file) throws IOException {
    List<Double> numbers = new ArrayList<>();
    CsvFile.read(file, row -> numbers.add(Double.valueOf(row.get("b"))));
    return numbers;
  }
}
