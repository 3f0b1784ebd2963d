package dev.hypergradient.reference.tower;

import dev.hypergradient.reference.ReferenceUpdater;
import java.util.List;

/**
 * A tower of optimisers: level 0 moves θ, each further level moves the learned hyperparameters of
 * the level below it (Chandra et al., <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371
 * </a>, and NeurIPS 2022).
 *
 * <p>With φ⁽⁻¹⁾ = θ and γ⁽⁻¹⁾ the gradient of the loss, one step is
 *
 * <pre>
 *   bottom up:   γ⁽ᵏ⁾ = ∂f/∂φ⁽ᵏ⁾ = −γ⁽ᵏ⁻¹⁾ · ∂U⁽ᵏ⁾/∂φ⁽ᵏ⁾     U⁽ᵏ⁾ of the step before; 0 in the first
 *   top down:    φ⁽ᵏ⁻¹⁾ ← φ⁽ᵏ⁻¹⁾ − U⁽ᵏ⁾(γ⁽ᵏ⁻¹⁾; φ⁽ᵏ⁾)
 * </pre>
 */
public final class ReferenceTower implements ReferenceUpdater {
  private final List<TowerLevel> levels;

  /** Stacks the levels, the one that moves θ first. */
  public ReferenceTower(TowerLevel... bottomUp) {
    if (bottomUp.length == 0) {
      throw new IllegalArgumentException("a tower must have at least 1 level, got 0");
    }
    this.levels = List.of(bottomUp);
  }

  @Override
  public void step(double[] theta, double[] gradient) {
    if (theta.length != gradient.length) {
      throw new IllegalArgumentException(
          "gradient must have " + theta.length + " elements, got " + gradient.length);
    }
    double[][] gradients = new double[levels.size() + 1][];
    gradients[0] = gradient;
    for (int k = 0; k < levels.size(); k++) {
      gradients[k + 1] = levels.get(k).hypergradients(gradients[k]);
    }
    for (int k = levels.size() - 1; k > 0; k--) {
      levels.get(k - 1).move(levels.get(k).next(gradients[k]));
    }
    double[] update = levels.get(0).next(gradient);
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= update[i];
    }
  }

  /** Returns {@code "alpha"} of the bottom level, which must learn it. */
  @Override
  public double learningRate() {
    return levels.get(0).value("alpha");
  }

  /** Returns the levels, the one that moves θ first. */
  public List<TowerLevel> levels() {
    return levels;
  }
}
