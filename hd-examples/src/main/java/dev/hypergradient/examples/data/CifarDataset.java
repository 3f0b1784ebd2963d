package dev.hypergradient.examples.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.common.util.ArchiveUtils;

/** CIFAR-10 in its binary version, of as many training files as there are. */
record CifarDataset(RemoteFile archive) {
  private static final String NAME = "cifar10";
  private static final String TEST_FILE = "test_batch.bin";
  private static final List<String> TRAIN_FILES =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();

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

  /** Reads the first directory that has the test file and a training file, or else downloads. */
  Dataset load(DataDirectories directories) throws IOException {
    Optional<Dataset> found = find(directories);
    if (found.isPresent()) {
      return found.get();
    }
    Path cache = directories.cacheOf(NAME);
    unpack(new Download().into(cache, archive), cache);
    return read(cache);
  }

  /** Reads the first directory that has the test file and a training file. */
  Optional<Dataset> find(DataDirectories directories) throws IOException {
    Optional<Path> directory =
        directories.candidates(NAME).stream().filter(CifarDataset::isComplete).findFirst();
    return directory.isEmpty() ? Optional.empty() : Optional.of(read(directory.get()));
  }

  private static Dataset read(Path directory) throws IOException {
    return new Dataset(
        NAME,
        CifarReader.read(trainFiles(directory)),
        CifarReader.read(List.of(testFile(directory).orElseThrow())),
        SCALING);
  }

  private static boolean isComplete(Path directory) {
    return testFile(directory).isPresent() && !trainFiles(directory).isEmpty();
  }

  private static Optional<Path> testFile(Path directory) {
    return DataFile.find(directory, TEST_FILE + ".gz");
  }

  private static List<Path> trainFiles(Path directory) {
    return TRAIN_FILES.stream()
        .map(name -> DataFile.find(directory, name + ".gz"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The test file comes last: a directory without it does not count as complete. */
  private static void unpack(Path archive, Path directory) throws IOException {
    for (String name : TRAIN_FILES) {
      unpack(archive, directory, name);
    }
    unpack(archive, directory, TEST_FILE);
    Files.delete(archive);
  }

  private static void unpack(Path archive, Path directory, String name) throws IOException {
    Path part = directory.resolve(name + ".part");
    ArchiveUtils.tarGzExtractSingleFile(
        archive.toFile(), part.toFile(), "cifar-10-batches-bin/" + name);
    Files.move(
        part,
        directory.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
