package dev.hypergradient.experiments;

import java.util.Objects;

/** One training run of an experiment. */
record Cell(Task task, Method method) {
  /** Rejects missing parts. */
  Cell {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(method, "method");
  }

  /** The name of the cell's file without ending; equal only for equal settings. */
  String id() {
    return task.id() + "-" + method.id();
  }
}
