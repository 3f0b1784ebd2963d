package dev.hypergradient.reference.tower;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import java.util.Arrays;
import java.util.List;

/**
 * Adam, any of whose hyperparameters may be learned: β₁, β₂ as x with β = (tanh x + 1)/2, ε as
 * log₁₀ ε.
 *
 * <pre>
 *   m = β₁ m_prev + (1 − β₁) g     m̂ = m / c₁     c₁ = 1 − β₁ᵗ     m₀ = 0
 *   v = β₂ v_prev + (1 − β₂) g²    v̂ = v / c₂     c₂ = 1 − β₂ᵗ     v₀: DL4J 0, gdtuo ε
 *   D = √v̂ + s(c₂) ε               s: see {@link AdamEpsilon}
 *   U = α m̂ / D
 *
 *   ∂U/∂α  = m̂ / D
 *   ∂U/∂β₁ = α / D · ∂m̂/∂β₁         ∂m̂/∂β₁ = (m_prev − g) / c₁ − m ∂c₁/∂β₁ / c₁²
 *                                   ∂c₁/∂β₁ = −t β₁ᵗ⁻¹
 *   ∂U/∂β₂ = −α m̂ / D² · ∂D/∂β₂     ∂D/∂β₂ = ∂v̂/∂β₂ / (2√v̂) + s′(c₂) ∂c₂/∂β₂ ε
 *                                   ∂v̂/∂β₂ = (v_prev − g²) / c₂ − v ∂c₂/∂β₂ / c₂²
 *                                   ∂c₂/∂β₂ = −t β₂ᵗ⁻¹
 *   ∂U/∂ε  = −α m̂ / D² · s(c₂)
 * </pre>
 *
 * <p>Where v = 0, and so every gradient up to now, ∂U/∂β₂ is 0.
 */
public final class AdamLevel extends TowerLevel {
  private final LevelHyperparameter alpha;
  private final LevelHyperparameter beta1;
  private final LevelHyperparameter beta2;
  private final LevelHyperparameter epsilon;
  private final AdamEpsilon placement;
  private final double initialV;
  private double[] m;
  private double[] v;

  private AdamLevel(
      LevelHyperparameter alpha,
      LevelHyperparameter beta1,
      LevelHyperparameter beta2,
      LevelHyperparameter epsilon,
      AdamEpsilon placement,
      double initialV,
      List<String> learned) {
    super(learned, List.of(alpha, beta1, beta2, epsilon));
    if (!(initialV >= 0)) {
      throw new IllegalArgumentException("initialV must be at least 0, got " + initialV);
    }
    this.alpha = alpha;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.placement = placement;
    this.initialV = initialV;
  }

  /**
   * Returns Adam that starts from {@code alpha} and {@code constants}.
   *
   * @param initialV v₀, at least 0
   * @param learned those of {@code "alpha"}, {@code "beta1"}, {@code "beta2"}, {@code "log_eps"}
   *     that the level above moves
   */
  public static AdamLevel of(
      double alpha, AdamConstants constants, double initialV, String... learned) {
    return new AdamLevel(
        new LevelHyperparameter("alpha", LevelParametrisation.IDENTITY, alpha),
        new LevelHyperparameter("beta1", LevelParametrisation.TANH, constants.beta1()),
        new LevelHyperparameter("beta2", LevelParametrisation.TANH, constants.beta2()),
        new LevelHyperparameter("log_eps", LevelParametrisation.POWER_OF_TEN, constants.epsilon()),
        constants.placement(),
        initialV,
        List.of(learned));
  }

  @Override
  void start(int length) {
    m = new double[length];
    v = new double[length];
    Arrays.fill(v, initialV);
  }

  @Override
  double[] update(double[] gradient, int t) {
    double a = alpha.value();
    double b1 = beta1.value();
    double b2 = beta2.value();
    double eps = epsilon.value();
    double c1 = 1 - Math.pow(b1, t);
    double c2 = 1 - Math.pow(b2, t);
    double s = placement.factor(c2);
    double c1ByBeta1 = -t * Math.pow(b1, t - 1);
    double c2ByBeta2 = -t * Math.pow(b2, t - 1);
    double sByBeta2 = placement.factorSlope(c2) * c2ByBeta2;

    double[] update = new double[gradient.length];
    double[] byAlpha = new double[gradient.length];
    double[] byBeta1 = new double[gradient.length];
    double[] byBeta2 = new double[gradient.length];
    double[] byEpsilon = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i];
      double previousM = m[i];
      double previousV = v[i];
      m[i] = b1 * previousM + (1 - b1) * g;
      v[i] = b2 * previousV + (1 - b2) * g * g;
      double mHat = m[i] / c1;
      double root = Math.sqrt(v[i] / c2);
      double denominator = root + s * eps;
      update[i] = a * mHat / denominator;

      double byDenominator = -a * mHat / (denominator * denominator);
      double mHatByBeta1 = (previousM - g) / c1 - m[i] * c1ByBeta1 / (c1 * c1);
      double vHatByBeta2 = (previousV - g * g) / c2 - v[i] * c2ByBeta2 / (c2 * c2);
      double rootByBeta2 = root == 0 ? 0 : vHatByBeta2 / (2 * root);
      byAlpha[i] = mHat / denominator;
      byBeta1[i] = a / denominator * mHatByBeta1;
      byBeta2[i] = byDenominator * (rootByBeta2 + sByBeta2 * eps);
      byEpsilon[i] = byDenominator * s;
    }
    alpha.partial(byAlpha);
    beta1.partial(byBeta1);
    beta2.partial(byBeta2);
    epsilon.partial(byEpsilon);
    return update;
  }
}
