package dev.hypergradient;

/**
 * How the gradient g<sub>t</sub> and the previous direction d<sub>t−1</sub> move the learning rate
 * α.
 *
 * <p>The formulas are those of a {@link dev.hypergradient.hyper.HyperSgd} with learning rate β.
 * Another optimiser of the learning rate is handed the same derivative. Source of both rules:
 * Baydin et al., <a href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
 */
public enum LearningRateRule {
  /**
   * α<sub>t</sub> = α<sub>t−1</sub> + β g<sub>t</sub> · d<sub>t−1</sub>. β has the units of α² per
   * unit of loss; α may start from 0 and may become negative.
   */
  ADDITIVE {
    @Override
    boolean needsNorms() {
      return false;
    }

    @Override
    double descent(double learningRate, double factor, DotProducts products) {
      return factor * products.gradientDirection();
    }
  },

  /**
   * α<sub>t</sub> = α<sub>t−1</sub> (1 + β cos(g<sub>t</sub>, d<sub>t−1</sub>)), the cosine being 0
   * if a vector is. β is a number without units, the largest relative change of α in a step; α must
   * not start from 0, where it would stay, and keeps its sign for β &lt; 1. Two more dot products a
   * step.
   */
  MULTIPLICATIVE {
    @Override
    boolean needsNorms() {
      return true;
    }

    @Override
    double descent(double learningRate, double factor, DotProducts products) {
      double norms = Math.sqrt(products.gradientSquared()) * Math.sqrt(products.directionSquared());
      return norms == 0 ? 0 : learningRate * products.gradientDirection() / norms;
    }
  };

  /** Tells whether {@link #descent} looks at the squares of gradient and direction. */
  abstract boolean needsNorms();

  /**
   * What β is multiplied with: the negative derivative of the loss with respect to α, or to log α
   * and without its scale.
   *
   * @param factor the schedule's factor on the previous step
   */
  abstract double descent(double learningRate, double factor, DotProducts products);
}
