package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two data sets, whose files have the same names: shoes of label 1 and hats of label 2. */
class IdxDatasetTest {
  private static final PixelScaling SCALING =
      new PixelScaling(255, new double[] {0}, new double[] {1});

  @TempDir private Path directory;
  private final StandardError err = new StandardError();
  private DataDirectories directories;
  private IdxDataset shoes;
  private IdxDataset hats;

  @BeforeEach
  void writeShoes() throws IOException {
    directories = new DataDirectories(Optional.of(directory), directory.resolve("cache"));
    Path other = Files.createDirectory(directory.resolve("elsewhere"));
    hats = write("hats", other, 2);
    shoes = write("shoes", directory, 1);
  }

  @AfterEach
  void close() {
    err.close();
  }

  @Test
  void readsItsOwnFiles() throws IOException {
    assertThat(find(shoes).orElseThrow().train().label(0)).isEqualTo(1);
    assertThat(err.text()).isEmpty();
  }

  @Test
  void packedAgainTheyAreItsOwnStill() throws IOException {
    for (RemoteFile file : shoes.files()) {
      Path plain = directory.resolve(file.name().replace(".gz", ""));
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(directory.resolve(file.name())))) {
        Files.copy(plain, out);
      }
      Files.delete(plain);
    }

    assertThat(find(shoes)).isPresent();
    assertThat(err.text()).isEmpty();
  }

  @Test
  void filesOfAnotherDataSetAreNotRead() throws IOException {
    assertThat(find(hats)).isEmpty();
    assertThat(err.text())
        .contains(
            directory.resolve("train-images-idx3-ubyte")
                + " is train-images-idx3-ubyte.gz of shoes and is not used for hats");

    write("hats", Files.createDirectory(directory.resolve("hats")), 2);
    assertThat(find(hats).orElseThrow().train().label(0)).isEqualTo(2);
  }

  @Test
  void unknownFilesAreReadWithAWarning() throws IOException {
    write("gloves", directory, 3);

    assertThat(find(shoes).orElseThrow().train().label(0)).isEqualTo(3);
    assertThat(err.text())
        .contains(directory.resolve("t10k-labels-idx1-ubyte") + " is not the file of shoes, but");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(directory.resolve("t10k-labels-idx1-ubyte"));

    assertThat(find(shoes)).isEmpty();
    assertThat(err.text())
        .contains(directory + " has no t10k-labels-idx1-ubyte.gz and is not used for shoes");
  }

  @Test
  void dottedNamesAreFound() throws IOException {
    for (RemoteFile file : shoes.files()) {
      String name = file.name().replace(".gz", "");
      Files.move(directory.resolve(name), directory.resolve(name.replace("-idx", ".idx")));
    }

    assertThat(find(shoes)).isPresent();
    assertThat(err.text()).isEmpty();
  }

  @Test
  void otherFilesInTheCacheAreDownloadedAgain() throws IOException {
    Path cache = Files.createDirectories(directories.cacheOf("shoes"));
    write("hats", cache, 2);
    for (Path place : List.of(directory, cache)) {
      Files.delete(place.resolve("t10k-labels-idx1-ubyte"));
    }

    // Nobody listens there.
    assertThatThrownBy(() -> shoes.load(directories))
        .hasMessageContaining("cannot download train-images-idx3-ubyte.gz");
  }

  private Optional<Dataset> find(IdxDataset set) throws IOException {
    return set.find(directories, List.of(shoes, hats));
  }

  private static IdxDataset write(String name, Path directory, int label) throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    for (String part : List.of("train", "t10k")) {
      ByteBuffer images = ByteBuffer.allocate(16 + 784);
      List.of(0x803, 1, 28, 28).forEach(images::putInt);
      // Else the images of both parts would be one file.
      images.put((byte) label).put((byte) part.length());
      files.add(write(directory, part + "-images-idx3-ubyte", images.array()));
      byte[] labels = {0, 0, 8, 1, 0, 0, 0, 1, (byte) label};
      files.add(write(directory, part + "-labels-idx1-ubyte", labels));
    }
    return new IdxDataset(name, SCALING, files);
  }

  private static RemoteFile write(Path directory, String name, byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve(name), bytes);
    return RemoteFile.of(
        name + ".gz",
        Checksum.ofUnpacked(Checksum.md5OfContent(file)),
        List.of("http://127.0.0.1:9/"));
  }
}
