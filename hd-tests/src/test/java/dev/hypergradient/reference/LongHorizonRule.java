package dev.hypergradient.reference;

/**
 * The long-horizon rule. With D the displacement, M its greatest length so far, S the sum of all
 * squared directions, and c̄ the running mean of the cosine,
 *
 * <pre>
 *   c_t = cos(g_t, D_{t−1})
 *   α_t = min(max(α_{t−1} exp(β c_t), M/(4 √S)), 1.5 M/(√(t−1) ‖d_{t−1}‖), 2 M/√S)
 *   D_t = γ exp(0.6 min(0, c̄_t)) D_{t−1} + α_t d_t
 * </pre>
 *
 * <p>The first step has the rate 0, the second one that moves the parameters by 0.1 if the
 * direction stays as long as it is, but no more than α₀ if that is not 0. There is no other
 * implementation to compare with: the formulas are this project's own.
 */
final class LongHorizonRule implements LearningRateRule {
  private final double beta;
  private final double gamma;
  private double initial;
  private double[] displacement;
  private double decay;
  private double meanCosine;
  private double greatest;
  private double directionSquares;
  private int steps;

  LongHorizonRule(double beta, double gamma) {
    this.beta = beta;
    this.gamma = gamma;
    decay = gamma;
  }

  @Override
  public double first(double learningRate) {
    initial = learningRate;
    return 0;
  }

  @Override
  public double next(double learningRate, double[] gradient, double[] previousDirection) {
    if (displacement == null) {
      displacement = new double[gradient.length];
    }
    for (int i = 0; i < gradient.length; i++) {
      displacement[i] = decay * displacement[i] + learningRate * previousDirection[i];
    }
    steps++;
    double length = Math.sqrt(DotProduct.of(displacement, displacement));
    double direction = Math.sqrt(DotProduct.of(previousDirection, previousDirection));
    greatest = Math.max(greatest, length);
    directionSquares += direction * direction;
    double norms = Math.sqrt(DotProduct.of(gradient, gradient)) * length;
    double cosine = norms == 0 ? 0 : DotProduct.of(gradient, displacement) / norms;
    meanCosine = 0.9 * meanCosine + 0.1 * cosine;
    decay = gamma * Math.exp(0.6 * Math.min(0, meanCosine));
    if (greatest == 0) {
      double start = direction == 0 ? 0 : 0.1 / direction;
      return initial == 0 ? start : Math.min(initial, start);
    }
    double typical = greatest / Math.sqrt(directionSquares);
    double limit = Math.min(1.5 * greatest / (Math.sqrt(steps) * direction), 2 * typical);
    return Math.min(Math.max(learningRate * Math.exp(beta * cosine), typical / 4), limit);
  }
}
