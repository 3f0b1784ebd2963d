package dev.hypergradient.examples.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that are complete or as they were before, whenever the process is killed: a file is
 * written beside its place, under a name that ends with {@code .part}, and then takes it.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Makes a file that does not exist. */
    void writeTo(Path part) throws IOException;
  }

  /**
   * Writes or replaces a file.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      replace(file, content);
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + IoErrors.describe(e), e);
    }
  }

  /** Writes or replaces a file; what the content throws is thrown as it is. */
  public static void replace(Path file, Content content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + ".part");
    try {
      content.writeTo(part);
      // Else a machine that loses power could leave the new name without the new bytes.
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
