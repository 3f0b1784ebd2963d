package dev.hypergradient.reference;

/**
 * The long-horizon rule: with D the discounted displacement, M its greatest length so far and S the
 * sum of all squared directions,
 *
 * <pre>
 *   D_t = γ D_{t−1} + α_t d_t
 *   α_t = min(α_{t−1} exp(β cos(g_t, D_{t−1})), 2 M_{t−1} / √S_{t−1})
 * </pre>
 *
 * <p>From α = 0 the next rate moves each parameter by 1e-4, as a root mean square, if the direction
 * stays as long as it is. There is no other implementation: the formulas are this project's own.
 */
final class LongHorizonRule implements LearningRateRule {
  private static final double BRAKE = 2;
  private static final double START = 1e-4;

  private final double beta;
  private final double gamma;
  private double[] displacement;
  private double greatestSquare;
  private double directionSquares;

  LongHorizonRule(double beta, double gamma) {
    this.beta = beta;
    this.gamma = gamma;
  }

  @Override
  public double next(double learningRate, double[] gradient, double[] previousDirection) {
    if (displacement == null) {
      displacement = new double[gradient.length];
    }
    for (int i = 0; i < gradient.length; i++) {
      displacement[i] = gamma * displacement[i] + learningRate * previousDirection[i];
    }
    double displacementSquare = DotProduct.of(displacement, displacement);
    double directionSquare = DotProduct.of(previousDirection, previousDirection);
    greatestSquare = Math.max(greatestSquare, displacementSquare);
    directionSquares += directionSquare;
    if (learningRate == 0) {
      return directionSquare == 0 ? 0 : START * Math.sqrt(gradient.length / directionSquare);
    }
    double norms = Math.sqrt(DotProduct.of(gradient, gradient)) * Math.sqrt(displacementSquare);
    double cosine = norms == 0 ? 0 : DotProduct.of(gradient, displacement) / norms;
    double limit =
        greatestSquare == 0
            ? Double.POSITIVE_INFINITY
            : BRAKE * Math.sqrt(greatestSquare / directionSquares);
    return Math.min(learningRate * Math.exp(beta * cosine), limit);
  }
}
