package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.training.UpdaterName;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.learning.config.IUpdater;

/** Updaters of one direction: DL4J's own at a constant rate, and those that learn the rate. */
enum Family {
  /** Stochastic gradient descent. */
  SGD(UpdaterName.SGD, UpdaterName.SGD_HD, -3),
  /** Nesterov momentum. */
  NESTEROVS(UpdaterName.NESTEROVS, UpdaterName.NESTEROVS_HD, -4),
  /** Adam. */
  ADAM(UpdaterName.ADAM, UpdaterName.ADAM_HD, -5);

  private static final double MOMENTUM = 0.9;
  private static final int RATES = 9;

  private final UpdaterName plain;
  private final UpdaterName learning;
  private final int exponent;

  /**
   * A family.
   *
   * @param exponent log₁₀ of the smallest constant rate
   */
  Family(UpdaterName plain, UpdaterName learning, int exponent) {
    this.plain = plain;
    this.learning = learning;
    this.exponent = exponent;
  }

  /** The constant rates of the grid: 1 and 3 times the powers of ten of four decades. */
  List<Double> rates() {
    return IntStream.range(0, RATES)
        .mapToObj(i -> Double.valueOf((i % 2 == 0 ? "1e" : "3e") + (exponent + i / 2)))
        .toList();
  }

  /** DL4J's own updater at a constant rate. */
  IUpdater constant(double rate) {
    return plain.with(rate, 0, MOMENTUM).updater();
  }

  /** The rule that needs no number, the same for {@link #SGD} and {@link #NESTEROVS}. */
  IUpdater parameterFree() {
    return learning.parameterFree().updater();
  }

  /** The papers' additive rule. */
  IUpdater additive(double initialRate, double hyperRate) {
    return learning.with(initialRate, hyperRate, MOMENTUM).updater();
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
