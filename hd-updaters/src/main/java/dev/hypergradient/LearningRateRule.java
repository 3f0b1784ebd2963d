package dev.hypergradient;

import dev.hypergradient.hyper.Parametrisation;

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
  ADDITIVE {
    @Override
    double hypergradient(
        double learningRate, double slope, double factor, DotProducts products, Travel travel) {
      return -factor * products.gradientTrace() * slope;
    }
  },

  /**
   * α<sub>t</sub> = α<sub>t−1</sub> (1 + β cos(g<sub>t</sub>, d<sub>t−1</sub>)), the cosine being 0
   * if a vector is. β is a number without units, the largest relative change of α in a step; α must
   * not start from 0, where it would stay, and keeps its sign for β &lt; 1. Two more dot products a
   * step. Source: Baydin et al., as above.
   */
  MULTIPLICATIVE {
    @Override
    boolean needsNorms() {
      return true;
    }

    @Override
    double hypergradient(
        double learningRate, double slope, double factor, DotProducts products, Travel travel) {
      return -learningRate * products.cosineOrZero() * slope;
    }
  },

  /**
   * Looks further than one step, and needs no number that depends on the problem:
   *
   * <pre>
   *   u_t = cos(g_t, D_{t−1}) + {@value LongHorizon#FORGIVEN} ρ α_{t−1} ‖d_{t−1}‖ / ‖D_{t−1}‖    0 if a vector is
   *   α_t = α_{t−1} exp(min(β u_t, {@value LongHorizon#GROWTH}/t)), but within [a_t, b_t]
   *   D_t = γ_t D_{t−1} + α_t d_t                     how far the parameters have come lately
   * </pre>
   *
   * <p>The cosine is, but for sign and norms, the derivative of the loss with respect to log α, had
   * α been another for the last 1/(1 − γ) steps, the {@linkplain
   * HypergradientUpdater.Builder#horizon horizon}, and the directions the same. Parameters that
   * jitter about a point are pulled back from where they have just come, at any α; the second term
   * takes half of that back. In it ρ = √Σw² / Σw, with w<sub>k</sub> the weight that
   * g<sub>t−k</sub> has in d<sub>t</sub>: 1 for SGD, 0.27 for Nesterov momentum of 0.9, 0.23 for
   * Adam. β is the largest change of log α in a step; default {@value LongHorizon#RATE}. While the
   * running mean ū of u is negative, the displacement points uphill and is forgotten faster:
   * γ<sub>t</sub> = γ exp({@value LongHorizon#FORGETTING} min(0, ū<sub>t</sub>)), ū<sub>t</sub> =
   * 0.9 ū<sub>t−1</sub> + 0.1 u<sub>t</sub>.
   *
   * <p>The bounds keep α from running away while D still points where the gradient has long turned,
   * and from dying out where noise alone makes u negative. A walk of t steps in independent
   * directions comes α √S far, with S the sum of all ‖d‖²; only directions that agree come farther.
   * M is the greatest distance so far, if what D has forgotten was at right angles to what came
   * then: M² = max<sub>t</sub> (‖D<sub>t</sub>‖² + Σ<sub>s≤t</sub> (1 − γ<sub>s</sub>²)
   * ‖D<sub>s−1</sub>‖²). The direction is expected to be as long as the last one, or longer if the
   * gradient is: δ<sub>t</sub> = ‖d<sub>t−1</sub>‖ √(1 + (w₀²/Σw²) (r² − 1)) with r = max(1,
   * ‖g<sub>t</sub>‖ / ‖g<sub>t−1</sub>‖). No step may be much longer than the longest of the last
   * hundred or so, m<sub>t</sub> = max(0.99 m<sub>t−1</sub>, α<sub>t</sub> ‖d<sub>t</sub>‖). All
   * together,
   *
   * <pre>
   *   a_t = {@value LongHorizon#FLOOR} M/√S (ḡ_min/ḡ_t)^{@value LongHorizon#GIVING_WAY} (ḡ_max/ḡ_t)^{@value LongHorizon#RISING}
   *   b_t = min({@value LongHorizon#BRAKE_OF_ALL} M/√S′, {@value LongHorizon#BRAKE_OF_LAST} M/(√t δ_t), ({@value LongHorizon#STRIDE} + {@value LongHorizon#FIRST_STRIDES}/t) m_{t−1}/δ_t)
   * </pre>
   *
   * <p>with M and S of the steps before, and b<sub>t</sub> counts if it is the lesser. S′ is S, but
   * while D points downhill it forgets the past, when gradients were longer: S′<sub>t</sub> =
   * S′<sub>t−1</sub> exp(−{@value LongHorizon#PATH_FORGETTING} max(0, ū<sub>t+1</sub>)) +
   * ‖d<sub>t</sub>‖². ḡ is the running mean of ‖g‖, with 0.95 for the past, and ḡ<sub>min</sub> and
   * ḡ<sub>max</sub> its extremes since the twentieth step: where a rate at the lower bound is too
   * large, gradients grow; as they shrink, there is less that could go wrong. (M/√S with gradients
   * in place of directions is the learning rate of M. Ivgi, O. Hinder, Y. Carmon, "DoG is SGD's
   * Best Friend", ICML 2023, <a href="https://arxiv.org/abs/2302.12022">arXiv:2302.12022</a>.)
   *
   * <p>The first step only measures: it moves nothing, and t counts from the second. That has the α
   * that moves the parameters by {@value LongHorizon#START} in all; a configured α₀ does not
   * matter. α is never negative. D takes the place of the last direction in the state: no more
   * memory, but for {@link SgdHd} with momentum, which keeps its velocity besides.
   *
   * <p>Where one learning rate takes several optimisers' worth of parameters, all sums are over all
   * of them. Only step sizes that are positive multiples of α, by the {@linkplain
   * HypergradientUpdater.Builder#learningRateSchedule schedule}, make sense with this rule.
   */
  LONG_HORIZON {
    @Override
    boolean needsNorms() {
      return true;
    }

    @Override
    boolean looksFurther() {
      return true;
    }

    @Override
    Parametrisation parametrisation(Parametrisation usual) {
      return Parametrisation.IDENTITY;
    }

    @Override
    double origin(double raw) {
      return 0;
    }

    @Override
    double moved(double raw, double to, Travel travel) {
      return LongHorizon.moved(raw, to, travel);
    }

    @Override
    double hypergradient(
        double learningRate, double slope, double factor, DotProducts products, Travel travel) {
      return -travel.agreement();
    }

    @Override
    double settled(double learningRate, Travel travel, DotProducts products) {
      return LongHorizon.settled(learningRate, travel, products);
    }
  };

  /** Tells whether {@link #hypergradient} looks at the squares of gradient and trace. */
  boolean needsNorms() {
    return false;
  }

  /** Tells whether the trace is the displacement, and the {@link Travel} is measured. */
  boolean looksFurther() {
    return false;
  }

  /** What the learning rate is optimised as, in place of what the updater uses otherwise. */
  Parametrisation parametrisation(Parametrisation usual) {
    return usual;
  }

  /**
   * The derivative of the loss with respect to the raw number x of the learning rate, or to log α
   * and without its scale.
   *
   * @param slope dα/dx
   * @param factor the schedule's factor on the previous step
   * @param travel with the last step
   */
  abstract double hypergradient(
      double learningRate, double slope, double factor, DotProducts products, Travel travel);

  /** Where the optimiser begins its step, if the raw number x is as given. */
  double origin(double raw) {
    return raw;
  }

  /**
   * What x becomes if the optimiser moves to another number from its origin.
   *
   * @param travel with the last step
   */
  double moved(double raw, double to, Travel travel) {
    return to;
  }

  /**
   * The learning rate that a step is taken with.
   *
   * @param learningRate what the optimiser has come to
   */
  double settled(double learningRate, Travel travel, DotProducts products) {
    return learningRate;
  }
}
