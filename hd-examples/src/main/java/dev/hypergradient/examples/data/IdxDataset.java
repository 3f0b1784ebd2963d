package dev.hypergradient.examples.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data set of four IDX files: MNIST and Fashion-MNIST.
 *
 * @param files training images and labels, test images and labels; packed, as they are downloaded
 */
record IdxDataset(String name, PixelScaling scaling, List<RemoteFile> files) {
  /** MNIST, standardised with the constants of the papers. */
  static IdxDataset mnist() {
    List<String> mirrors =
        List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/");
    return new IdxDataset(
        "mnist",
        new PixelScaling(255, new double[] {0.1307}, new double[] {0.3081}),
        files(
            mirrors,
            Checksum.ofUnpacked("6bbc9ace898e44ae57da46a324031adb"),
            Checksum.ofUnpacked("a25bea736e30d166cdddb491f175f624"),
            Checksum.ofUnpacked("2646ac647ad5339dbf082846283269ea"),
            Checksum.ofUnpacked("27ae3e4e09519cfbb04c329615203637")));
  }

  /** Fashion-MNIST, standardised with mean and deviation of its training images. */
  static IdxDataset fashionMnist() {
    return new IdxDataset(
        "fashion-mnist",
        new PixelScaling(255, new double[] {0.2860}, new double[] {0.3530}),
        files(
            List.of("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            Checksum.ofFile("8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
            Checksum.ofFile("25c81989df183df01b3e8a0aad5dffbe"),
            Checksum.ofFile("bef4ecab320f06d8554ea6380940ec79"),
            Checksum.ofFile("bb300cfdad3c16e7a12a480ee83cd310")));
  }

  /**
   * Reads the files of the first directory that has all four, or else downloads what the cache
   * lacks.
   */
  Dataset load(DataDirectories directories) throws IOException {
    Optional<Dataset> found = find(directories);
    return found.isPresent() ? found.get() : read(cached(directories.cacheOf(name)));
  }

  /** Reads the files of the first directory that has all four. */
  Optional<Dataset> find(DataDirectories directories) throws IOException {
    List<Path> found = local(directories);
    return found.isEmpty() ? Optional.empty() : Optional.of(read(found));
  }

  private Dataset read(List<Path> found) throws IOException {
    return new Dataset(
        name,
        IdxReader.read(found.get(0), found.get(1)),
        IdxReader.read(found.get(2), found.get(3)),
        scaling);
  }

  private List<Path> local(DataDirectories directories) {
    for (Path directory : directories.candidates(name)) {
      List<Path> found =
          files.stream()
              .map(file -> DataFile.find(directory, file.name()))
              .flatMap(Optional::stream)
              .toList();
      if (found.size() == files.size()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Path> cached(Path directory) throws IOException {
    Download download = new Download();
    List<Path> found = new ArrayList<>();
    for (RemoteFile file : files) {
      Optional<Path> present = DataFile.find(directory, file.name());
      found.add(present.isPresent() ? present.get() : download.into(directory, file));
    }
    return found;
  }

  private static List<RemoteFile> files(
      List<String> mirrors,
      Checksum trainImages,
      Checksum trainLabels,
      Checksum testImages,
      Checksum testLabels) {
    return List.of(
        RemoteFile.of("train-images-idx3-ubyte.gz", trainImages, mirrors),
        RemoteFile.of("train-labels-idx1-ubyte.gz", trainLabels, mirrors),
        RemoteFile.of("t10k-images-idx3-ubyte.gz", testImages, mirrors),
        RemoteFile.of("t10k-labels-idx1-ubyte.gz", testLabels, mirrors));
  }
}
