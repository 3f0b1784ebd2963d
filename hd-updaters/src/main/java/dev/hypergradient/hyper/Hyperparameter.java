package dev.hypergradient.hyper;

/**
 * A constant of an optimiser that a level above may learn.
 *
 * <p>Where several are learned, their order is the one in which they are declared here.
 */
public enum Hyperparameter {
  /** The learning rate α, the factor on the update direction. */
  LEARNING_RATE("learningRate"),
  /** The momentum μ of SGD and of Nesterov's method, in [0, 1). */
  MOMENTUM("momentum"),
  /** The decay γ of RMSProp's mean square, in [0, 1). */
  DECAY("decay"),
  /** The decay β₁ of Adam's first moment, in [0, 1). */
  BETA1("beta1"),
  /** The decay β₂ of Adam's second moment, in [0, 1). */
  BETA2("beta2"),
  /** Adam's ε, which keeps the direction finite; above 0, in units of the gradient. */
  EPSILON("epsilon");

  private final String text;

  Hyperparameter(String text) {
    this.text = text;
  }

  /** Returns the name that the builders use, such as {@code "learningRate"}. */
  @Override
  public String toString() {
    return text;
  }
}
