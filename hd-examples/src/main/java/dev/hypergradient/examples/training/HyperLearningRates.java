package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.DatasetName;
import java.util.Locale;
import java.util.Objects;

/**
 * The hyper learning rates β of a network where the user gives none.
 *
 * @param digits for the digits, whose epochs have few steps: values that learn well from rate 0
 * @param others for the other data sets: the paper's
 */
public record HyperLearningRates(Choice digits, Choice others) {
  /** Rejects a missing choice. */
  public HyperLearningRates {
    Objects.requireNonNull(digits, "digits");
    Objects.requireNonNull(others, "others");
  }

  /** The hyper learning rate of an updater. */
  public double of(UpdaterName updater, DatasetName dataset) {
    Choice choice = dataset == DatasetName.DIGITS ? digits : others;
    return updater.plain() == UpdaterName.ADAM ? choice.adam() : choice.sgd();
  }

  /** Both choices, for people. */
  public String describe() {
    return "on digits " + digits.describe() + "; on the other data sets " + others.describe() + ".";
  }

  /**
   * Hyper learning rates by updater.
   *
   * @param sgd for sgd-hd and nesterovs-hd
   * @param adam for adam-hd
   */
  public record Choice(double sgd, double adam) {
    private String describe() {
      return String.format(
          Locale.ROOT, "%.0e for sgd-hd and nesterovs-hd, %.0e for adam-hd", sgd, adam);
    }
  }
}
