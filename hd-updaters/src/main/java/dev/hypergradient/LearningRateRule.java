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
   * Needs no number at all, neither a learning rate nor a hyper learning rate. The scale of a step
   * is read off the distance that the iterate z has come from its start; the network holds y, which
   * is nine tenths the average x of all z, and that takes the place of a decaying learning rate and
   * of momentum:
   *
   * <pre>
   *   α_t = r^1.5 / √(Σ r ‖d‖²)     r = max ‖z − z₀‖, at first 0.001 √N; d about as long as 1
   *   z_t = z_{t−1} − α_t d_t       y_t = 0.1 z_t + 0.9 x_t
   * </pre>
   *
   * <p>For {@link SgdHd} and {@link NesterovsHd}, which it makes the same, d is the gradient over
   * its length; for {@link AdamHd} each element of the gradient is divided by its root mean square
   * first. All formulas, sources and measurements are in the project's page on training without
   * tuning, {@code docs/no-tuning.md}. The learning rate that is shown is the factor on the
   * gradient, or on the gradient over its root mean square, as with {@code Sgd} and {@code Adam}.
   * Bounds and schedules apply to it; it cannot be set, a configured one is only shown until the
   * first step, and nothing can be learned besides. The first gradient moves nothing, nor does a
   * gradient of zero.
   */
  PARAMETER_FREE
}
