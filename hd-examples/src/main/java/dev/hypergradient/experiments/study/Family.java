package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.training.UpdaterName;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** Updaters of one direction: DL4J's own at a constant rate, and those that learn the rate. */
enum Family {
  /** Stochastic gradient descent. */
  SGD(UpdaterName.SGD, UpdaterName.SGD_HD, -3, Sgd.DEFAULT_SGD_LR),
  /** Nesterov momentum. */
  NESTEROVS(
      UpdaterName.NESTEROVS,
      UpdaterName.NESTEROVS_HD,
      -4,
      Nesterovs.DEFAULT_NESTEROV_LEARNING_RATE),
  /** Adam. */
  ADAM(UpdaterName.ADAM, UpdaterName.ADAM_HD, -5, Adam.DEFAULT_ADAM_LEARNING_RATE);

  private static final double MOMENTUM = 0.9;
  private static final int RATES = 9;

  private final UpdaterName plain;
  private final UpdaterName learning;
  private final int exponent;
  private final double defaultRate;

  /**
   * A family.
   *
   * @param exponent log₁₀ of the smallest constant rate
   * @param defaultRate of the constant rates, the one that DL4J takes if none is given
   */
  Family(UpdaterName plain, UpdaterName learning, int exponent, double defaultRate) {
    this.plain = plain;
    this.learning = learning;
    this.exponent = exponent;
    this.defaultRate = defaultRate;
  }

  /** The constant rates of the grid: 1 and 3 times the powers of ten of four decades. */
  List<Double> rates() {
    return IntStream.range(0, RATES)
        .mapToObj(i -> Double.valueOf((i % 2 == 0 ? "1e" : "3e") + (exponent + i / 2)))
        .toList();
  }

  /** The rate that DL4J takes if none is given, one of {@link #rates}. */
  double defaultRate() {
    return defaultRate;
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
