package dev.hypergradient.hyper;

/**
 * A constant of an optimiser that a level above may learn.
 *
 * <p>Where several are learned, their order is the one in which they are declared here.
 */
public enum Hyperparameter {
  /** The learning rate α, the factor on the update direction; not negative to start from. */
  LEARNING_RATE("learningRate", Domain.NON_NEGATIVE, Parametrisation.IDENTITY),
  /** The momentum μ of SGD and of Nesterov's method, in [0, 1). */
  MOMENTUM("momentum", Domain.DECAY, Parametrisation.IDENTITY),
  /** The decay γ of RMSProp's mean square, in [0, 1). */
  DECAY("decay", Domain.DECAY, Parametrisation.TANH),
  /** The decay β₁ of Adam's first moment, in [0, 1). */
  BETA1("beta1", Domain.DECAY, Parametrisation.TANH),
  /** The decay β₂ of Adam's second moment, in [0, 1). */
  BETA2("beta2", Domain.DECAY, Parametrisation.TANH),
  /** Adam's ε, which keeps the direction finite; above 0, in units of the gradient. */
  EPSILON("epsilon", Domain.POSITIVE, Parametrisation.POWER_OF_TEN);

  private final String text;
  private final Domain domain;
  private final Parametrisation parametrisation;

  Hyperparameter(String text, Domain domain, Parametrisation parametrisation) {
    this.text = text;
    this.domain = domain;
    this.parametrisation = parametrisation;
  }

  /**
   * The values that may be configured.
   *
   * @return the domain, which a learned value may leave
   */
  public Domain domain() {
    return domain;
  }

  /**
   * How it is written when it is learned, by all optimisers but RMSProp, whose learning rate is a
   * {@linkplain Parametrisation#SQUARE square}.
   *
   * @return the parametrisation of the papers' code
   */
  public Parametrisation parametrisation() {
    return parametrisation;
  }

  /** Returns the name that the builders use, such as {@code "learningRate"}. */
  @Override
  public String toString() {
    return text;
  }
}
