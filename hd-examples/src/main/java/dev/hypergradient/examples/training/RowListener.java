package dev.hypergradient.examples.training;

/** Hears of every row of a training record as soon as there is one, on the training thread. */
@FunctionalInterface
public interface RowListener {
  /** Takes a row. */
  void onRow(TrainingRow row);
}
