package dev.hypergradient.experiments;

import dev.hypergradient.examples.files.MalformedFileException;
import dev.hypergradient.examples.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finished cells, one file each in a directory. */
final class CellStore {
  private final Path directory;

  /** A store in a directory, which is made with the first cell. */
  CellStore(Path directory) {
    this.directory = directory;
  }

  /**
   * A cell that was finished; empty if it was not.
   *
   * @throws MalformedFileException if its file was damaged since
   */
  Optional<CellResult> find(Cell cell) throws IOException {
    Path file = file(cell);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      return Optional.of(CellFile.parse(cell, text));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(
          file,
          "the result is damaged or of another version: "
              + e.getMessage()
              + "; delete the file to have the run trained again");
    }
  }

  /** Keeps a finished cell. */
  void put(CellResult result) throws IOException {
    Files.createDirectories(directory);
    String text = CellFile.format(result);
    WholeFile.write(file(result.cell()), part -> Files.writeString(part, text));
  }

  private Path file(Cell cell) {
    return directory.resolve(cell.id() + ".csv");
  }
}
