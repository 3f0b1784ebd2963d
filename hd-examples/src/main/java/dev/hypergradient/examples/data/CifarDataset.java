package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.IoErrors;
import dev.hypergradient.examples.files.MalformedFileException;
import dev.hypergradient.examples.files.PackedFile;
import dev.hypergradient.examples.files.WholeFile;
import dev.hypergradient.examples.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.common.util.ArchiveUtils;

/**
 * CIFAR-10 in its binary version, of as many training files as there are.
 *
 * @param archive with all files in a directory {@code cifar-10-batches-bin}
 */
record CifarDataset(RemoteFile archive) {
  private static final String NAME = "cifar10";
  private static final String TEST_FILE = "test_batch.bin";
  private static final List<String> TRAIN_FILES =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
  private static final List<String> FILES =
      Stream.concat(TRAIN_FILES.stream(), Stream.of(TEST_FILE)).toList();

  /** The directory of the files in the archive. */
  private static final String ARCHIVED = "cifar-10-batches-bin";

  /**
   * Mean and deviation of ImageNet, which the authors of hypergradient descent standardised with.
   */
  private static final PixelScaling SCALING =
      new PixelScaling(255, new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});

  /** The directory where CIFAR-10's author offers it. */
  static CifarDataset cifar10() {
    return new CifarDataset(
        new RemoteFile(
            "cifar-10-binary.tar.gz",
            Checksum.ofFile("c32a1d4ab5d03f1284b67883e8d87530"),
            List.of(URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"))));
  }

  /** Reads what {@link #find} finds, or else downloads. */
  Dataset load(DataDirectories directories) throws IOException {
    Optional<Dataset> found = find(directories);
    if (found.isPresent()) {
      return found.get();
    }
    Path cache = directories.cacheOf(NAME);
    Path downloaded = new Download().into(cache, archive);
    unpack(downloaded, cache);
    Files.delete(downloaded);
    return read(cache);
  }

  /**
   * Reads the first directory that has the test file and a training file, or else unpacks the first
   * archive into the cache. The user is warned of directories with some files only.
   *
   * @throws IOException if files or archive are not what they should be
   */
  Optional<Dataset> find(DataDirectories directories) throws IOException {
    List<Path> candidates =
        directories.candidates(NAME).stream()
            .flatMap(directory -> Stream.of(directory, directory.resolve(ARCHIVED)))
            .toList();
    for (Path directory : candidates) {
      List<String> missing =
          FILES.stream().filter(name -> PackedFile.find(directory, name).isEmpty()).toList();
      if (missing.contains(TEST_FILE) || missing.size() == TRAIN_FILES.size()) {
        if (missing.size() < FILES.size()) {
          Terminal.warn(directory + " has no " + missing.get(0) + " and is not used for " + NAME);
        }
      } else {
        if (!missing.isEmpty()) {
          Terminal.warn("training without " + String.join(", ", missing) + ": not in " + directory);
        }
        return Optional.of(read(directory));
      }
    }
    for (Path directory : candidates) {
      Path packed = directory.resolve(archive.name());
      if (Files.exists(packed)) {
        return Optional.of(read(unpackChecked(packed, directories.cacheOf(NAME))));
      }
    }
    return Optional.empty();
  }

  private static Dataset read(Path directory) throws IOException {
    return new Dataset(
        NAME,
        CifarReader.read(
            TRAIN_FILES.stream()
                .map(name -> PackedFile.find(directory, name))
                .flatMap(Optional::stream)
                .toList()),
        CifarReader.read(List.of(PackedFile.find(directory, TEST_FILE).orElseThrow())),
        SCALING);
  }

  private Path unpackChecked(Path packed, Path cache) throws IOException {
    try {
      archive.checksum().verify(packed);
    } catch (IOException e) {
      throw new MalformedFileException(packed, IoErrors.describe(e));
    }
    Files.createDirectories(cache);
    unpack(packed, cache);
    return cache;
  }

  /** The test file comes last: a directory without it does not count as complete. */
  private static void unpack(Path packed, Path directory) throws IOException {
    for (String name : FILES) {
      WholeFile.write(
          directory.resolve(name),
          part ->
              ArchiveUtils.tarGzExtractSingleFile(
                  packed.toFile(), part.toFile(), ARCHIVED + "/" + name));
    }
  }
}
