package dev.hypergradient;

/**
 * How the gradient g<sub>t</sub> and the steps before move the learning rate α.
 *
 * <p>The formulas are those of a {@link dev.hypergradient.hyper.HyperSgd} with learning rate β.
 * Another optimiser of the learning rate is handed the same derivative.
 */
public enum LearningRateRule {
  /**
   * α<sub>t</sub> = α<sub>t−1</sub> + β g<sub>t</sub> · d<sub>t−1</sub>. β has the units of α² per
   * unit of loss; α may start from 0 and may become negative. Source: Baydin et al., <a
   * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
   */
  ADDITIVE,

  /**
   * α<sub>t</sub> = α<sub>t−1</sub> (1 + β cos(g<sub>t</sub>, d<sub>t−1</sub>)), the cosine being 0
   * if a vector is 0. β is a number without units, the largest relative change of α in a step; α
   * must not start from 0, where it would stay, and keeps its sign for β &lt; 1. Two more dot
   * products a step. Source: Baydin et al., as for {@link #ADDITIVE}.
   */
  MULTIPLICATIVE,

  /**
   * Needs no number at all, neither a learning rate nor a hyper learning rate: the scale of a step
   * is read off the distance that the parameters have come, and they are averaged, which takes the
   * place of a decaying rate and of momentum. For {@link SgdHd} and {@link NesterovsHd}, which it
   * makes the same, and for {@link AdamHd}; nothing else can be learned besides. Under study: see
   * {@code docs/no-tuning.md}.
   */
  PARAMETER_FREE
}
