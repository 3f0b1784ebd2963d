package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hypergradient.examples.files.PackedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  /** From {@code printf hello | md5sum}. */
  private static final String HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

  @TempDir private Path directory;
  private HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private String root;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/good/", 200, HELLO);
    serve("/bad/", 200, "hullo".getBytes(StandardCharsets.US_ASCII));
    serve("/missing/", 404, HELLO);
    server.setExecutor(threads);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stopServer() {
    threads.shutdownNow();
    server.stop(0);
  }

  @Test
  void downloadsIntoNewDirectory() throws IOException {
    Path target = directory.resolve("a").resolve("b");

    Path file = new Download().into(target, file(Checksum.ofFile(HELLO_MD5), "/good/"));

    assertThat(file).isEqualTo(target.resolve("file.gz")).hasBinaryContent(HELLO);
    assertThat(filesIn(target)).containsExactly("file.gz");
  }

  @Test
  void turnsToNextMirrorAfterErrorAndWrongChecksum() throws IOException {
    RemoteFile file = file(Checksum.ofFile(HELLO_MD5), "/missing/", "/bad/", "/good/");

    assertThat(new Download().into(directory, file)).hasBinaryContent(HELLO);
    assertThat(filesIn(directory)).containsExactly("file.gz");
  }

  @Test
  void checksUnpackedBytes() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(HELLO);
    }
    serve("/packed/", 200, packed.toByteArray());

    Path file = new Download().into(directory, file(Checksum.ofUnpacked(HELLO_MD5), "/packed/"));

    assertThat(PackedFile.all(file, HELLO.length)).isEqualTo(HELLO);
  }

  @Test
  void leavesNothingBehindAndNamesAllAddressesWhenAllFail() throws IOException {
    String nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = "http://127.0.0.1:" + free.getLocalPort() + "/";
    }
    RemoteFile file =
        RemoteFile.of(
            "file.gz",
            Checksum.ofFile(HELLO_MD5),
            List.of(root + "/missing/", root + "/bad/", nobody));

    assertThatThrownBy(() -> new Download().into(directory, file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(
            root + "/missing/file.gz: HTTP status 404",
            // From `printf hullo | md5sum`.
            root
                + "/bad/file.gz: its md5 must be "
                + HELLO_MD5
                + ", got 54bf43965e2bbaa20c22c22ca7b4e9c7",
            nobody + "file.gz: ",
            directory.toString(),
            "--data");
    assertThat(filesIn(directory)).isEmpty();
  }

  @Test
  void givesUpServersThatStopSending() throws IOException {
    RemoteFile file = slow("/stalled/", 0);

    assertThatThrownBy(() -> new Download(Duration.ofMillis(200), 100).into(directory, file))
        .hasMessageContaining(root + "/stalled/file.gz: no answer within 200 ms");
    assertThat(filesIn(directory)).isEmpty();
  }

  @Test
  void givesUpServersThatDrip() throws IOException {
    RemoteFile file = slow("/dripping/", 50);

    assertThatThrownBy(() -> new Download(Duration.ofMillis(200), 1000).into(directory, file))
        .hasMessageContaining(root + "/dripping/file.gz: only ")
        .hasMessageContaining(" bytes within 200 ms");
    assertThat(filesIn(directory)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesLargerFilesThanAny(boolean sizeIsTold) throws IOException {
    server.createContext("/large/", exchange -> send(exchange, sizeIsTold ? 5 : 0, HELLO));
    RemoteFile file = file(Checksum.ofFile(HELLO_MD5), "/large/");

    assertThat(new Download(Duration.ofSeconds(20), 5).into(directory, file)).exists();
    assertThatThrownBy(() -> new Download(Duration.ofSeconds(20), 4).into(directory, file))
        .hasMessageContaining("must have at most 4 bytes, got " + (sizeIsTold ? "5" : "more"));
  }

  @Test
  void tellsWhatIsMissingAtTheEnd() throws IOException {
    server.createContext("/short/", exchange -> send(exchange, 9, HELLO));

    assertThatThrownBy(
            () -> new Download().into(directory, file(Checksum.ofFile(HELLO_MD5), "/short/")))
        .hasMessageContaining("/short/file.gz: ended after 5 of 9 bytes");
  }

  @Test
  void downloadsOfDataSetsAreEncrypted() {
    Stream<RemoteFile> files =
        Stream.of(
                IdxDataset.mnist().files(),
                IdxDataset.fashionMnist().files(),
                List.of(CifarDataset.cifar10().archive()))
            .flatMap(List::stream);

    assertThat(files.flatMap(file -> file.addresses().stream()))
        .hasSize(4 * 2 + 4 * 2 + 1)
        .allSatisfy(address -> assertThat(address).hasScheme("https"));
  }

  /** A server that sends a byte and then, if at all, another after every pause. */
  private RemoteFile slow(String path, int pauseMillis) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 90);
          OutputStream out = exchange.getResponseBody();
          try {
            for (int i = 0; i < 60; i++) {
              out.write(i);
              out.flush();
              Thread.sleep(pauseMillis == 0 ? 10_000 : pauseMillis);
            }
          } catch (InterruptedException e) {
            exchange.close();
          }
        });
    return file(Checksum.ofFile(HELLO_MD5), path);
  }

  /** Sends a body whose size is told, rightly or not; 0 tells none. */
  private static void send(HttpExchange exchange, int size, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, size);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void serve(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private RemoteFile file(Checksum checksum, String... paths) {
    return RemoteFile.of(
        "file.gz", checksum, Arrays.stream(paths).map(path -> root + path).toList());
  }

  private static List<String> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
