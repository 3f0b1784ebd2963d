package dev.hypergradient.internal.block;

import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.setup.Setup;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, reports and limits the steps that are skipped because the gradient is not finite. The
 * layer is found by {@code Hypergradients.parameterName}: here it cannot be known.
 */
final class SkippedSteps {

  private static final Logger LOG =
      LoggerFactory.getLogger("dev.hypergradient.HypergradientUpdater");

  private final int max;
  private int inARow;
  private long total;

  SkippedSteps(int max) {
    this.max = max;
  }

  /** The number of steps skipped so far. */
  long total() {
    return total;
  }

  /** A step was taken. */
  void taken() {
    inARow = 0;
  }

  /**
   * A step was skipped.
   *
   * @param gradient any part of the network's gradient
   * @param before what had been learned before the step
   * @throws NonFiniteGradientException if there were too many in a row
   */
  void skipped(FlatVector gradient, int iteration, int epoch, LearnedHyperparameters before) {
    inARow++;
    total++;
    if (inARow >= max) {
      throw new NonFiniteGradientException(
          String.format(
              "%d steps in a row had a non-finite gradient, the last at iteration %d, epoch %d: %s;"
                  + " the learning rate was %s: %s",
              inARow,
              iteration,
              epoch,
              culprit(gradient),
              before.learningRate(),
              remedy(before.setup())));
    }
    if (total == 1) {
      LOG.warn(
          "Step skipped at iteration {}, epoch {}: {}. Further ones are not logged, {} in a row end"
              + " training.",
          iteration,
          epoch,
          culprit(gradient),
          max);
    }
  }

  private static String remedy(Setup setup) {
    String data = "standardise the data, such as by DL4J's NormalizerStandardize";
    return setup.rule().needsProducts()
        ? "lower the hyper learning rate, " + data + ", or leave the number out: new AdamHd()"
        : data + ", or bound the learning rate by maxLearningRate";
  }

  private static String culprit(FlatVector gradient) {
    DataBuffer all = gradient.root();
    for (long i = 0; i < all.length(); i++) {
      double value = all.getDouble(i);
      if (!Double.isFinite(value)) {
        return String.format(
            "the gradient is %s at parameter %d of the network's %d", value, i, all.length());
      }
    }
    return "the gradient is finite but so large that what is learned from it overflows";
  }
}
