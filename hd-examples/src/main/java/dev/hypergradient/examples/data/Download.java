package dev.hypergradient.examples.data;

import dev.hypergradient.examples.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.StringJoiner;
import me.tongfei.progressbar.ProgressBar;

/** Downloads files: mirror after mirror, checked, and in place only when complete. */
final class Download {
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  /**
   * Downloads a file into a directory, which is made if need be.
   *
   * @return the downloaded file
   * @throws IOException if no address has an intact copy; the message names them all and what to do
   */
  Path into(Path directory, RemoteFile file) throws IOException {
    Files.createDirectories(directory);
    StringJoiner failures =
        new StringJoiner("\n  ", "cannot download " + file.name() + ":\n  ", "");
    for (URI address : file.addresses()) {
      Path part = Files.createTempFile(directory, file.name(), ".part");
      try {
        fetch(address, part);
        file.checksum().verify(part);
        return Files.move(
            part,
            directory.resolve(file.name()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        failures.add(address + ": " + reason(e));
      } finally {
        Files.deleteIfExists(part);
      }
    }
    throw new IOException(
        failures
            + "\nWithout a connection, put the file into "
            + directory
            + " by hand, or name the directory that has it with --data.");
  }

  private void fetch(URI address, Path target) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = shown(response, address)) {
        if (response.statusCode() != OK) {
          throw new IOException("HTTP status " + response.statusCode());
        }
        Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static InputStream shown(HttpResponse<InputStream> response, URI address) {
    if (!Terminal.isInteractive()) {
      System.err.println("Downloading " + address);
      return response.body();
    }
    long size = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    String name = Path.of(address.getPath()).getFileName().toString();
    return ProgressBar.wrap(
        response.body(), Terminal.bar(name).setInitialMax(size).setUnit(" MB", 1 << 20));
  }

  /** A connection that fails has often no message but its class. */
  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
