package dev.hypergradient.internal.rule.longhorizon;

/**
 * How a direction averages gradients: d<sub>t</sub> = Σ<sub>k</sub> w<sub>k</sub> g<sub>t−k</sub>,
 * but for what divides all of it, with weights that fall like those of momentum from the second on.
 * Immutable.
 *
 * <p>What follows from it holds in the long run, and for gradients of equal length that are
 * uncorrelated, as the noise of minibatches is.
 */
public final class GradientAverage {

  /** Directions that follow the last gradient only. */
  public static final GradientAverage NONE = new GradientAverage(1, 0, 0);

  private final double newest;
  private final double sum;
  private final double squares;

  /**
   * The weights w₀, w₁, w₁ μ, w₁ μ², …
   *
   * @param newest w₀
   * @param second w₁
   * @param decay μ, in [0, 1)
   */
  public GradientAverage(double newest, double second, double decay) {
    this.newest = newest;
    sum = newest + second / (1 - decay);
    squares = newest * newest + second * second / (1 - decay * decay);
  }

  /**
   * How many times as long d is if its newest gradient is so many times as long as the others.
   *
   * @param gradientGrowth of at least 1
   */
  double growth(double gradientGrowth) {
    return Math.sqrt(1 + newest * newest / squares * (gradientGrowth * gradientGrowth - 1));
  }

  /** How long d is, as a part of what it would be if all gradients were the same. */
  double shortening() {
    return Math.sqrt(squares) / sum;
  }
}
