package dev.hypergradient.examples.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of a data set, plain or packed with gzip, which the ending {@code .gz} tells. */
final class DataFile {
  private static final String PACKED = ".gz";

  private DataFile() {}

  /**
   * The file {@code name}, which ends with {@code .gz}, of a directory, or else the unpacked file.
   */
  static Optional<Path> find(Path directory, String name) {
    String unpacked = name.substring(0, name.length() - PACKED.length());
    return Stream.of(directory.resolve(name), directory.resolve(unpacked))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * All bytes of a file, unpacked.
   *
   * @throws MalformedFileException if a packed file is truncated or no gzip
   */
  static byte[] read(Path file) throws IOException {
    if (!file.toString().endsWith(PACKED)) {
      return Files.readAllBytes(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (EOFException e) {
      throw new MalformedFileException(file, "is truncated: its gzip stream does not end");
    } catch (ZipException e) {
      throw new MalformedFileException(file, "is no intact gzip file: " + e.getMessage());
    }
  }
}
