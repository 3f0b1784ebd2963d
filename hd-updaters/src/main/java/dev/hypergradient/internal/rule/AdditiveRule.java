package dev.hypergradient.internal.rule;

/**
 * α<sub>t</sub> = α<sub>t−1</sub> + β h<sub>t</sub> with h<sub>t</sub> = s<sub>t−1</sub>
 * g<sub>t</sub> · d<sub>t−1</sub>, where s is the schedule's factor: gradient descent on the loss,
 * whose derivative with respect to α is −h. Source: Baydin et al., <a
 * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
 */
final class AdditiveRule extends DirectionRule {

  @Override
  public boolean needsNorms() {
    return false;
  }

  @Override
  public double hypergradient(DotProducts products, double learningRate, double factor) {
    return -factor * products.gradientTrace();
  }
}
