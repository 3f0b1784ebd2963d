package dev.hypergradient.hyper;

/** The set of values that a number may take, checked when it is configured. */
public enum Domain {
  /** Any real number. */
  FINITE("finite", -Double.MAX_VALUE, Double.POSITIVE_INFINITY),
  /** Zero and above. */
  NON_NEGATIVE("finite and not negative", 0, Double.POSITIVE_INFINITY),
  /** Above zero. */
  POSITIVE("finite and greater than 0", Double.MIN_VALUE, Double.POSITIVE_INFINITY),
  /** From zero to below one: momentum and decay rates. */
  DECAY("in [0, 1)", 0, 1),
  /** Between zero and one, without either: decay rates that can be learned. */
  OPEN_UNIT("in (0, 1)", Double.MIN_VALUE, 1),
  /** From zero to one, with both: weights of a mean. */
  CLOSED_UNIT("in [0, 1]", 0, Math.nextUp(1.0)),
  /** Above one. */
  ABOVE_ONE("finite and greater than 1", Math.nextUp(1.0), Double.POSITIVE_INFINITY);

  private final String description;
  private final double min;
  private final double limit;

  Domain(String description, double min, double limit) {
    this.description = description;
    this.min = min;
    this.limit = limit;
  }

  /**
   * Returns the value if it lies in this domain.
   *
   * @param name the hyperparameter's name, for the message
   * @param value the value to check
   * @return the value
   * @throws IllegalArgumentException if the value is NaN, infinite or outside the domain
   */
  public double check(String name, double value) {
    if (!(value >= min && value < limit)) {
      throw new IllegalArgumentException(name + " must be " + description + ", got " + value);
    }
    return value;
  }
}
