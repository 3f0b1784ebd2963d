package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.experiments.study.task.ImageTask;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.util.Optional;

/**
 * The first images of a data set, and a network.
 *
 * @param count of images to train on, and of images to test on
 */
record ImageSource(int count, DatasetName name, Architecture architecture) implements Source {
  private static final int USUAL = 12_000;

  /** A network that is quickly trained. */
  static ImageSource of(DatasetName name, Architecture architecture) {
    return first(USUAL, name, architecture);
  }

  static ImageSource first(int count, DatasetName name, Architecture architecture) {
    return new ImageSource(count, name, architecture);
  }

  @Override
  public Optional<Task> find(DataDirectories directories) throws IOException {
    return name.find(directories).map(data -> new ImageTask(data.first(count), architecture));
  }

  @Override
  public Optional<DatasetName> dataset() {
    return Optional.of(name);
  }
}
