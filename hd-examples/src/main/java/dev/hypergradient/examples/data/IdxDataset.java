package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.PackedFile;
import dev.hypergradient.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            List.of(
                "https://fashion-mnist.s3.eu-central-1.amazonaws.com/",
                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
            Checksum.ofUnpacked("f4a8712d7a061bf5bd6d2ca38dc4d50a"),
            Checksum.ofUnpacked("9018921c3c673c538a1fc5bad174d6f9"),
            Checksum.ofUnpacked("8181f5470baa50b63fa0f6fddb340f0a"),
            Checksum.ofUnpacked("15d484375f8d13e6eb1aabb0c3f46965")));
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
    return find(directories, List.of(mnist(), fashionMnist()));
  }

  /**
   * Reads the files of the first directory that has all four, but for those of another data set;
   * files that are of no known one are read. The user is warned of both, and of directories that
   * have some files only.
   *
   * @param known data sets whose files have the same names
   */
  Optional<Dataset> find(DataDirectories directories, List<IdxDataset> known) throws IOException {
    for (Path directory : directories.candidates(name)) {
      List<Optional<Path>> found = files.stream().map(file -> find(directory, file)).toList();
      List<Path> present = found.stream().flatMap(Optional::stream).toList();
      if (present.size() == files.size()) {
        Dataset data = read(present);
        if (areOwn(present, known)) {
          return Optional.of(data);
        }
      } else if (!present.isEmpty()) {
        String missing = files.get(found.indexOf(Optional.<Path>empty())).name();
        Terminal.warn(directory + " has no " + missing + " and is not used for " + name);
      }
    }
    return Optional.empty();
  }

  private Dataset read(List<Path> found) throws IOException {
    return new Dataset(
        name,
        IdxReader.read(found.get(0), found.get(1)),
        IdxReader.read(found.get(2), found.get(3)),
        scaling);
  }

  /** Whether no file is one of another data set or another file of this one. */
  private boolean areOwn(List<Path> found, List<IdxDataset> known) throws IOException {
    for (int i = 0; i < found.size(); i++) {
      String md5 = Checksum.md5OfContent(found.get(i));
      if (!files.get(i).checksum().md5().equals(md5)) {
        Optional<String> other = nameOf(md5, known);
        if (other.isPresent()) {
          Terminal.warn(found.get(i) + " is " + other.get() + " and is not used for " + name);
          return false;
        }
        Terminal.warn(
            found.get(i) + " is not the file of " + name + ", but is used: its md5 is " + md5);
      }
    }
    return true;
  }

  private static Optional<String> nameOf(String md5, List<IdxDataset> known) {
    return known.stream()
        .flatMap(
            set ->
                set.files.stream()
                    .filter(file -> file.checksum().md5().equals(md5))
                    .map(file -> file.name() + " of " + set.name))
        .findFirst();
  }

  private List<Path> cached(Path directory) throws IOException {
    Download download = new Download();
    List<Path> found = new ArrayList<>();
    for (RemoteFile file : files) {
      Optional<Path> present = find(directory, file);
      boolean intact =
          present.isPresent() && file.checksum().md5().equals(Checksum.md5OfContent(present.get()));
      found.add(intact ? present.get() : download.into(directory, file));
    }
    return found;
  }

  /** A file, packed or not, of which some archives have {@code .idx} in the name. */
  private static Optional<Path> find(Path directory, RemoteFile file) {
    String unpacked = file.name().replace(".gz", "");
    return Stream.of(unpacked, unpacked.replace("-idx", ".idx"))
        .map(name -> PackedFile.find(directory, name))
        .flatMap(Optional::stream)
        .findFirst();
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
