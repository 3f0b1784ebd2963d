package dev.hypergradient.examples.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads files that are plain or packed with gzip, which the ending {@code .gz} tells, and never
 * more of them than there is a use for: a packed file may hold a thousand times its size.
 */
public final class PackedFile {
  private PackedFile() {}

  /** The file of this name in a directory, packed or else plain. */
  public static Optional<Path> find(Path directory, String name) {
    return Stream.of(directory.resolve(name + ".gz"), directory.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * All bytes, unpacked.
   *
   * @param limit largest number of bytes
   * @throws MalformedFileException if there are more, or a packed file is truncated or no gzip
   */
  public static byte[] all(Path file, int limit) throws IOException {
    byte[] bytes = first(file, limit + 1);
    if (bytes.length > limit) {
      throw new MalformedFileException(file, "must hold at most " + limit + " bytes, got more");
    }
    return bytes;
  }

  /**
   * The first bytes, unpacked; fewer than {@code count} if there are no more.
   *
   * @throws MalformedFileException if a packed file is truncated or no gzip
   */
  public static byte[] first(Path file, int count) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(count);
    } catch (EOFException e) {
      throw new MalformedFileException(file, "is truncated: its gzip stream does not end");
    } catch (ZipException e) {
      throw new MalformedFileException(file, "is no intact gzip file: " + e.getMessage());
    }
  }

  /** The bytes, unpacked, one after the other; without a limit. */
  public static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
