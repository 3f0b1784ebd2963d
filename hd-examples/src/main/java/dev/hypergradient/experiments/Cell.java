package dev.hypergradient.experiments;

import java.util.Objects;

/** One training run of an experiment. */
record Cell(Task task, Method method) {
  /** Rejects missing parts. */
  Cell {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(method, "method");
  }

  /** Equal for equal settings only: the name of the cell's file, without ending. */
  String id() {
    return task.id() + "-" + method.id();
  }
}
