package dev.hypergradient.reference.tower;

import java.util.List;

/**
 * SGD with a learning rate of its own for each hyperparameter of the level below: Uᵢ = αᵢ gᵢ,
 * ∂Uᵢ/∂αᵢ = gᵢ.
 *
 * <p>The rate for {@code beta1} is called {@code beta1_alpha}; all of them are learned.
 */
public final class SgdPerParamLevel extends TowerLevel {
  private final List<LevelHyperparameter> alphas;

  private SgdPerParamLevel(List<LevelHyperparameter> alphas) {
    super(alphas.stream().map(LevelHyperparameter::name).toList(), alphas);
    this.alphas = alphas;
  }

  /** Returns the level for {@code below}, every rate starting at {@code alpha}. */
  public static SgdPerParamLevel above(TowerLevel below, double alpha) {
    return new SgdPerParamLevel(
        below.names().stream()
            .map(
                name ->
                    new LevelHyperparameter(name + "_alpha", LevelParametrisation.IDENTITY, alpha))
            .toList());
  }

  @Override
  void start(int length) {
    if (length != alphas.size()) {
      throw new IllegalArgumentException(
          "level below must learn " + alphas.size() + " hyperparameters, got " + length);
    }
  }

  @Override
  double[] update(double[] gradient, int t) {
    double[] update = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      update[i] = alphas.get(i).value() * gradient[i];
      double[] byAlpha = new double[gradient.length];
      byAlpha[i] = gradient[i];
      alphas.get(i).partial(byAlpha);
    }
    return update;
  }
}
