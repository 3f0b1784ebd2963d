package dev.hypergradient.internal.rule;

import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.Update;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/**
 * How what is known of the steps so far becomes the next learning rate α, and how a direction
 * becomes an update. Each implementation has its formulas, its constants and its memory in one
 * place.
 *
 * <p>An instance is the rule with its memory at one moment; immutable: {@link #after} makes the
 * next, so that the present one is still there if a step must be taken back.
 */
public interface Rule {

  /**
   * The number of state vectors that the rule keeps for itself, the first ones of the state: at
   * least 1, the trace, whose dot product with the gradient is always known.
   */
  int vectors();

  /** Tells whether the rule averages parameters, so that directions need no momentum. */
  default boolean averages() {
    return shareOfOffset() != 0;
  }

  /**
   * What the parameters y and their average x differ by: y − x is this multiple of vector 1. 0 if
   * nothing is averaged.
   */
  default double shareOfOffset() {
    return 0;
  }

  /** Tells whether the products of gradient and trace, and with partial derivatives, are needed. */
  default boolean needsProducts() {
    return true;
  }

  /** Tells whether the squares of gradient and trace are needed among the products. */
  boolean needsNorms();

  /**
   * Tells whether lengths are needed before α is known: ‖D‖², which the last step {@linkplain
   * Update#measuresTrace measured}, and ‖d‖² of the coming step.
   */
  default boolean needsLengths() {
    return false;
  }

  /** Tells whether the coming step moves anything; if not, the state vectors stay as they are. */
  default boolean moves() {
    return true;
  }

  /**
   * What the direction of the coming step takes for DL4J's iteration.
   *
   * @param iteration DL4J's
   */
  default int iteration(int iteration) {
    return iteration;
  }

  /**
   * Writes the memory.
   *
   * @param out always takes the same number of scalars
   */
  void write(ScalarWriter out);

  /**
   * This rule with the memory that {@link #write} wrote.
   *
   * @param in stands where the memory begins
   */
  Rule read(ScalarReader in);

  /**
   * Tells whether every number of the memory is possible, and not above what the state can hold.
   *
   * @param max the maximum absolute value
   */
  boolean isWithin(double max);

  /** Tells whether a learning rate that is set means something to the rule. */
  default boolean continuesFromAnyRate() {
    return true;
  }

  /** Tells whether a learning rate of 0 can become another one. */
  default boolean leavesZero() {
    return true;
  }

  /**
   * What the learning rate is optimised as.
   *
   * @param usual what the updater uses unless the rule says otherwise
   */
  default Parametrisation parametrisation(Parametrisation usual) {
    return usual;
  }

  /**
   * The rule after one more step.
   *
   * @param products of the step's trace with the gradient that came next, over all parameters
   * @param stepSize the rate that the step was taken with
   */
  Rule after(DotProducts products, double stepSize);

  /**
   * The derivative of the loss with respect to α, in the rule's units: what the optimiser of the
   * learning rate is handed, but for dα/dx.
   *
   * @param products those of {@link #after}
   * @param learningRate α of the step
   * @param factor the schedule's factor on that step
   */
  double hypergradient(DotProducts products, double learningRate, double factor);

  /**
   * The learning rate within the bounds that the rule sets by itself.
   *
   * @param learningRate what the optimiser has come to
   * @param max the maximum that the state can hold
   */
  default double limited(double learningRate, double max) {
    return learningRate;
  }

  /**
   * How a direction becomes the update of the next step.
   *
   * @param learningRate α, within all bounds
   * @param stepSize α with what the schedule and the final rate make of it
   */
  Update update(double learningRate, double stepSize);
}
