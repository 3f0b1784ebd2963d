package dev.hypergradient.reference;

import java.util.Arrays;

/**
 * The long-horizon rule. With D the displacement, M the maximum distance so far, S the sum of all
 * squared directions, S' the same with some of it forgotten, m the longest of the last steps, ū and
 * ḡ the running means of u and of ‖g‖, ḡ_min and ḡ_max the minimum and maximum of ḡ since the
 * twentieth step, δ the length that the coming direction is expected to have, and w_k the weight of
 * g_{t−k} in d_t,
 *
 * <pre>
 *   u_t = cos(g_t, D_{t−1}) + ¼ (√Σw²/Σw) α_{t−1} ‖d_{t−1}‖ / ‖D_{t−1}‖
 *   δ_t = ‖d_{t−1}‖ √(1 + (w_0²/Σw²) (max(1, ‖g_t‖ / ‖g_{t−1}‖)² − 1))
 *   α_t = min(max(α_{t−1} exp(min(β u_t, 6/n)), 0.25 M/√S (ḡ_min/ḡ)² (ḡ_max/ḡ)^0.2),
 *             1.5 M/√S', 1.5 M/(√n δ_t), (1.2 + 3/n) m/δ_t)           n = t − 1
 *   D_t = γ_t D_{t−1} + α_t d_t,                                    γ_t = γ exp(1.2 min(0, ū_t))
 *   M²  = max of ‖D_t‖² + Σ_{s ≤ t} (1 − γ_s²) ‖D_{s−1}‖²
 *   S'  ← S' exp(−0.2 max(0, ū)) + ‖d‖²
 * </pre>
 *
 * <p>The first step has the rate 0, whatever α₀ is, the second one that moves the parameters by 0.1
 * if the direction is as long as expected. There is no other implementation to compare with: the
 * formulas are this project's own.
 */
final class ReferenceLongHorizon implements ReferenceRule {
  private final double beta;
  private final double gamma;
  private final double newestPart;
  private final double shortening;
  private double[] displacement;
  private double decay;
  private double mean;
  private double maxDistance;
  private double forgottenSquares;
  private double directionSquares;
  private double recentSquares;
  private double longest;
  private double gradientLength;
  private double gradientMean;
  private double gradientWeight;
  private double minGradientMean = Double.POSITIVE_INFINITY;
  private double maxGradientMean;
  private int steps;

  ReferenceLongHorizon(double beta, double gamma, double[] weights) {
    this.beta = beta;
    this.gamma = gamma;
    double squares = DotProduct.of(weights, weights);
    newestPart = weights[0] * weights[0] / squares;
    shortening = Math.sqrt(squares) / Arrays.stream(weights).sum();
    decay = gamma;
  }

  @Override
  public double first(double learningRate) {
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
    double square = DotProduct.of(displacement, displacement);
    double length = Math.sqrt(square);
    double direction = Math.sqrt(DotProduct.of(previousDirection, previousDirection));
    maxDistance = Math.max(maxDistance, Math.sqrt(forgottenSquares + square));
    directionSquares += direction * direction;
    longest = Math.max(0.99 * longest, learningRate * direction);

    double newLength = Math.sqrt(DotProduct.of(gradient, gradient));
    double u = 0;
    if (newLength * length != 0) {
      double cosine = DotProduct.of(gradient, displacement) / (newLength * length);
      u = Math.max(-1, Math.min(1, cosine + shortening * learningRate * direction / length / 4));
    }
    mean = 0.9 * mean + 0.1 * u;
    decay = gamma * Math.exp(1.2 * Math.min(0, mean));
    forgottenSquares += (1 - decay * decay) * square;
    recentSquares = recentSquares * Math.exp(-0.2 * Math.max(0, mean)) + direction * direction;
    double share = share(newLength);
    double growth = gradientLength == 0 ? 1 : Math.max(1, newLength / gradientLength);
    double expected = direction * Math.sqrt(1 + newestPart * (growth * growth - 1));
    gradientLength = newLength;

    if (maxDistance == 0) {
      return expected == 0 ? 0 : 0.1 / expected;
    }
    double distanceRate = maxDistance / Math.sqrt(directionSquares);
    double step =
        Math.min(1.5 * maxDistance / Math.sqrt(steps), (1.2 + 3.0 / steps) * longest) / expected;
    double moved = learningRate * Math.exp(Math.min(beta * u, 6.0 / steps));
    return Math.min(
        Math.max(moved, share * distanceRate),
        Math.min(1.5 * maxDistance / Math.sqrt(recentSquares), step));
  }

  /** 0.25 (ḡ_min/ḡ)² (ḡ_max/ḡ)^0.2; the mean without the bias of its beginning at 0. */
  private double share(double gradientLength) {
    gradientMean = 0.95 * gradientMean + 0.05 * gradientLength;
    gradientWeight = 0.95 * gradientWeight + 0.05;
    double unbiased = gradientMean / gradientWeight;
    if (steps >= 20) {
      minGradientMean = Math.min(minGradientMean, unbiased);
      maxGradientMean = Math.max(maxGradientMean, unbiased);
    }
    if (steps < 20 || unbiased == 0) {
      return 0.25;
    }
    double grown = unbiased / minGradientMean;
    return 0.25 / (grown * grown) * Math.pow(maxGradientMean / unbiased, 0.2);
  }
}
