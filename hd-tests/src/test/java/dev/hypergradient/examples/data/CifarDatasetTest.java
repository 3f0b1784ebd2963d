package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hypergradient.examples.files.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarDatasetTest {
  private static final int RECORD = 3073;

  @TempDir private Path directory;

  @Test
  void downloadsUnpacksAndFindsAgain() throws Exception {
    byte[] archive = archive();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(archive);
          }
        });
    server.start();
    CifarDataset cifar =
        new CifarDataset(
            new RemoteFile(
                "cifar.tar.gz",
                Checksum.ofFile(md5(archive)),
                List.of(
                    URI.create(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/c.tar.gz"))));
    DataDirectories directories = new DataDirectories(Optional.empty(), directory);
    try {
      assertCounts(cifar.load(directories));
    } finally {
      server.stop(0);
    }

    // Without a server: from the cache, where only the unpacked files are left.
    assertCounts(cifar.load(directories));
    try (Stream<Path> files = Files.list(directory.resolve("cifar10"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "data_batch_1.bin",
              "data_batch_2.bin",
              "data_batch_3.bin",
              "data_batch_4.bin",
              "data_batch_5.bin",
              "test_batch.bin");
    }
  }

  @Test
  void filesBelowTheirArchivesDirectoryAreFound() throws IOException {
    Path given = Files.createDirectories(directory.resolve("given/cifar-10-batches-bin"));
    Files.write(given.resolve("test_batch.bin"), new byte[RECORD]);
    Files.write(given.resolve("data_batch_2.bin"), new byte[2 * RECORD]);
    try (StandardError err = new StandardError()) {
      assertThat(unreachable(archive()).find(directories()).orElseThrow().train().count())
          .isEqualTo(2);
      assertThat(err.text())
          .contains("training without data_batch_1.bin, data_batch_3.bin", given.toString());

      Files.delete(given.resolve("test_batch.bin"));
      assertThat(unreachable(archive()).find(directories())).isEmpty();
      assertThat(err.text()).contains(given + " has no data_batch_1.bin and is not used");
    }
  }

  @Test
  void archivesPutByHandAreUnpackedIntoTheCache() throws IOException {
    Path given = Files.createDirectory(directory.resolve("given"));
    Path packed = Files.write(given.resolve("cifar.tar.gz"), archive());

    assertCounts(unreachable(archive()).load(directories()));

    assertThat(packed).exists();
    assertThat(directory.resolve("cache/cifar10")).isDirectoryContaining("glob:**/test_batch.bin");
    Files.delete(packed);
    assertCounts(unreachable(archive()).load(directories()));
  }

  @Test
  void damagedArchivesAreNamed() throws IOException {
    Path given = Files.createDirectory(directory.resolve("given"));
    Path packed = Files.write(given.resolve("cifar.tar.gz"), new byte[] {1});

    assertThatThrownBy(() -> unreachable(archive()).load(directories()))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(packed + ": its md5 must be ");
  }

  private DataDirectories directories() {
    return new DataDirectories(Optional.of(directory.resolve("given")), directory.resolve("cache"));
  }

  private static CifarDataset unreachable(byte[] archive) throws IOException {
    try {
      return new CifarDataset(
          new RemoteFile(
              "cifar.tar.gz",
              Checksum.ofFile(md5(archive)),
              List.of(URI.create("http://127.0.0.1:9/c.tar.gz"))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertCounts(Dataset data) {
    // Training file i has i records, the test file 6.
    assertThat(data.train().count()).isEqualTo(1 + 2 + 3 + 4 + 5);
    assertThat(data.test().count()).isEqualTo(6);
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (int i = 1; i <= 6; i++) {
        String name = i == 6 ? "test_batch.bin" : "data_batch_" + i + ".bin";
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + name);
        entry.setSize((long) i * RECORD);
        tar.putArchiveEntry(entry);
        tar.write(new byte[i * RECORD]);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String md5(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }
}
