package dev.hypergradient.experiments;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;

/**
 * The result of a cell.
 *
 * @param training its label is the method's name; shorter than planned if training ended early
 *     because gradients were not finite
 * @param fullTrainingLoss mean loss of all training images after training; not finite after a run
 *     that diverged
 * @param rates if the network learned several
 */
record CellResult(Cell cell, TrainingRecord training, double fullTrainingLoss, RateTrace rates) {
  /** Rejects missing parts. */
  CellResult {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(rates, "rates");
  }

  /** The method of the cell. */
  Method method() {
    return cell.method();
  }

  /** Whether the network is of no use any more. */
  boolean diverged() {
    return !Double.isFinite(fullTrainingLoss);
  }

  /** Learning rate of the last step. */
  double finalRate() {
    return training.finalLearningRate();
  }

  /** Minimum of the learning rates of all steps. */
  double minRate() {
    return reduceRates(Math::min);
  }

  /** Maximum of the learning rates of all steps. */
  double maxRate() {
    return reduceRates(Math::max);
  }

  /** Seconds from the first step to the last, validation included. */
  double seconds() {
    return last().time();
  }

  /** The first step, counted from 1, whose batch has a loss below the threshold. */
  OptionalInt stepsTo(double threshold) {
    List<TrainingRow> rows = training.rows();
    for (int step = 1; step < rows.size(); step++) {
      if (rows.get(step).loss() <= threshold) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.empty();
  }

  private TrainingRow last() {
    return training.rows().get(training.rows().size() - 1);
  }

  private double reduceRates(DoubleBinaryOperator operator) {
    return training.rows().stream().mapToDouble(TrainingRow::alpha).reduce(operator).orElseThrow();
  }
}
