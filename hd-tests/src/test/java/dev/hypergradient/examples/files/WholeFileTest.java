package dev.hypergradient.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path directory;

  @Test
  void readersSeeTheOldOrTheNew() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "old");

    WholeFile.write(
        file,
        part -> {
          Files.writeString(part, "ne");
          assertThat(file).hasContent("old");
          Files.writeString(part, "new");
        });

    assertThat(file).hasContent("new");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void failuresKeepTheOldNameTheFileAndLeaveNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "ne");
                      throw new IOException("No space left on device");
                    }))
        .hasMessage(file + " cannot be written: No space left on device");
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void missingDirectoriesAreNamed() {
    Path file = directory.resolve("no").resolve("file");

    assertThatThrownBy(() -> WholeFile.write(file, part -> Files.writeString(part, "new")))
        .hasMessageContainingAll(file + " cannot be written", "no such file or directory");
  }
}
