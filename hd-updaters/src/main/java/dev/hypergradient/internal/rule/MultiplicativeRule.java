package dev.hypergradient.internal.rule;

/**
 * α<sub>t</sub> = α<sub>t−1</sub> (1 + β cos(g<sub>t</sub>, d<sub>t−1</sub>)), the cosine being 0
 * if a vector is 0. The sign and size of a schedule's factor drop out. Source: Baydin et al., <a
 * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
 */
final class MultiplicativeRule extends DirectionRule {

  @Override
  public boolean needsNorms() {
    return true;
  }

  /** A factor on 0 does not move it. */
  @Override
  public boolean leavesZero() {
    return false;
  }

  @Override
  public double hypergradient(DotProducts products, double learningRate, double factor) {
    return -learningRate * products.cosineOrZero();
  }
}
