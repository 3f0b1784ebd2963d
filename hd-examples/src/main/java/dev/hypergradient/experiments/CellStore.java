package dev.hypergradient.experiments;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Finished cells, one file each in a directory. A file is complete or absent: it is written under
 * another name and then moved.
 */
final class CellStore {
  private final Path directory;

  /** A store in a directory, which is made with the first cell. */
  CellStore(Path directory) {
    this.directory = directory;
  }

  /** A cell that was finished; empty if it was not, or if its file was damaged since. */
  Optional<CellResult> find(Cell cell) throws IOException {
    Path file = file(cell);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file);
    // The last number of a truncated file may be wrong.
    if (!text.endsWith("\n")) {
      return Optional.empty();
    }
    try {
      return Optional.of(CellFile.read(cell, new StringReader(text)));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      // Truncated or not CSV: treated as if it had never been written.
      return Optional.empty();
    }
  }

  /** Keeps a finished cell. */
  void put(CellResult result) throws IOException {
    Path file = file(result.cell());
    Files.createDirectories(directory);
    Path part = Files.createTempFile(directory, "cell", ".part");
    try {
      try (Writer writer = Files.newBufferedWriter(part)) {
        CellFile.write(result, writer);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path file(Cell cell) {
    return directory.resolve(cell.id() + ".csv");
  }
}
