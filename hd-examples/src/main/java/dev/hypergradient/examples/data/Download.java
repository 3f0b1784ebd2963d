package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.IoErrors;
import dev.hypergradient.examples.files.WholeFile;
import dev.hypergradient.examples.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import me.tongfei.progressbar.ProgressBar;

/** Downloads files: mirror after mirror, checked, and in place only when complete. */
final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A server that sends less within the patience is given up. */
  private static final int MIN_BYTES = 10_000;

  /** More than the largest data set has. */
  private static final long MAX_BYTES = 200_000_000;

  private final Duration patience;
  private final long maxBytes;

  Download() {
    this(PATIENCE, MAX_BYTES);
  }

  /**
   * A download with other limits.
   *
   * @param patience how long a server may take for its answer, for any byte of it, and for 10,000
   * @param maxBytes size of the largest file
   */
  Download(Duration patience, long maxBytes) {
    this.patience = patience;
    this.maxBytes = maxBytes;
  }

  /**
   * Downloads a file into a directory, which is made if need be.
   *
   * @return the downloaded file
   * @throws IOException if no address has an intact copy; the message names them all and what to do
   */
  Path into(Path directory, RemoteFile file) throws IOException {
    Files.createDirectories(directory);
    Path target = directory.resolve(file.name());
    StringJoiner failures =
        new StringJoiner("\n  ", "cannot download " + file.name() + ":\n  ", "");
    for (URI address : file.addresses()) {
      try {
        WholeFile.replace(
            target,
            part -> {
              fetch(address, part);
              file.checksum().verify(part);
            });
        return target;
      } catch (IOException e) {
        failures.add(address + ": " + IoErrors.describe(e));
      }
    }
    throw new IOException(
        failures
            + "\nWithout a connection, put the file into "
            + directory
            + " by hand, or name the directory that has it with --data.");
  }

  private void fetch(URI address, Path target) throws IOException {
    // Its time-out holds for every read; that of java.net.http ends with the headers.
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
    connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP status " + status);
      }
      long size = connection.getContentLengthLong();
      if (size > maxBytes) {
        throw new IOException("must have at most " + maxBytes + " bytes, got " + size);
      }
      System.err.println("Downloading " + address);
      try (InputStream body = shown(connection.getInputStream(), address, size);
          OutputStream out = Files.newOutputStream(target)) {
        copy(body, out, size);
      }
    } catch (SocketTimeoutException e) {
      throw new IOException("no answer within " + patience.toMillis() + " ms", e);
    } finally {
      connection.disconnect();
    }
  }

  private void copy(InputStream body, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    long before = 0;
    long start = System.nanoTime();
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      out.write(buffer, 0, read);
      copied += read;
      if (copied > maxBytes) {
        throw new IOException("must have at most " + maxBytes + " bytes, got more");
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        if (copied - before < MIN_BYTES) {
          throw new IOException(
              "only %d bytes within %d ms".formatted(copied - before, patience.toMillis()));
        }
        report(copied, size);
        before = copied;
        start = System.nanoTime();
      }
    }
    if (copied < size) {
      throw new IOException("ended after " + copied + " of " + size + " bytes");
    }
  }

  private static InputStream shown(InputStream body, URI address, long size) {
    String name = Path.of(address.getPath()).getFileName().toString();
    return Terminal.isInteractive()
        ? ProgressBar.wrap(body, Terminal.bar(name).setInitialMax(size).setUnit(" MB", 1 << 20))
        : body;
  }

  private static void report(long copied, long size) {
    if (!Terminal.isInteractive()) {
      String all = size < 0 ? "" : String.format(Locale.ROOT, " of %.1f", size * 1e-6);
      System.err.printf(Locale.ROOT, "  %.1f%s MB%n", copied * 1e-6, all);
    }
  }
}
