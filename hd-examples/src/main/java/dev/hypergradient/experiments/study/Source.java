package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a task comes from. */
interface Source {
  /** A task whose data are embedded or generated. */
  static Source of(Supplier<Task> task) {
    return directories -> Optional.of(task.get());
  }

  /** The task, if its data set is on this machine. */
  Optional<Task> find(DataDirectories directories) throws IOException;

  /** The data set; empty if the data are embedded or generated. */
  default Optional<DatasetName> dataset() {
    return Optional.empty();
  }
}
