package dev.hypergradient.kernel;

/** What the trace D remembers of the steps. Immutable. */
public final class Trace {

  /** The last direction: D ← d. */
  public static final Trace DIRECTION = new Trace(0);

  private final double decay;

  private Trace(double decay) {
    this.decay = decay;
  }

  /**
   * The displacement of the parameters, with the older part of it discounted: D ← γ·D + α·d.
   *
   * @param decay γ, in (0, 1]
   * @return the trace
   */
  public static Trace displacement(double decay) {
    return new Trace(decay);
  }

  /**
   * Tells whether D is a displacement.
   *
   * @return false for {@link #DIRECTION}
   */
  public boolean isDisplacement() {
    return decay != 0;
  }

  /**
   * γ.
   *
   * @return 0 for {@link #DIRECTION}
   */
  public double decay() {
    return decay;
  }
}
