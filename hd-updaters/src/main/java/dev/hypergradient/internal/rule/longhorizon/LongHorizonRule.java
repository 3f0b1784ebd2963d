package dev.hypergradient.internal.rule.longhorizon;

import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.Displacement;
import dev.hypergradient.internal.kernel.Update;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.rule.Rule;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/**
 * Looks further than one step, and needs no number that depends on the problem:
 *
 * <pre>
 *   u_t = cos(g_t, D_{t−1}) + 0.25 ρ α_{t−1} ‖d_{t−1}‖ / ‖D_{t−1}‖    0 if a vector is 0
 *   α_t = α_{t−1} exp(min(β u_t, 6/t)), but within [a_t, b_t]
 *   D_t = γ_t D_{t−1} + α_t d_t            how far the parameters have come lately
 * </pre>
 *
 * <p>The cosine is, but for sign and norms, the derivative of the loss with respect to log α, had α
 * been another for the last 1/(1 − γ) steps, the horizon, and the directions the same. Parameters
 * that jitter about a point are pulled back from where they have just come, at any α; the second
 * term takes half of that back. In it ρ = √Σw² / Σw, see {@link GradientAverage}: 1 for SGD, 0.27
 * for Nesterov momentum of 0.9, 0.23 for Adam. β is the largest change of log α in a step. While
 * the running mean ū of u is negative, the displacement points uphill and is forgotten faster:
 * γ<sub>t</sub> = γ exp(1.2 min(0, ū<sub>t</sub>)), ū<sub>t</sub> = 0.9 ū<sub>t−1</sub> + 0.1
 * u<sub>t</sub>.
 *
 * <p>The bounds keep α from running away while D still points where the gradient has long turned,
 * and from dying out where noise alone makes u negative. A walk of t steps in independent
 * directions comes α √S far, with S the sum of all ‖d‖²; only directions that agree come farther. M
 * is the maximum distance so far, if what D has forgotten was at right angles to what came then: M²
 * = max<sub>t</sub> (‖D<sub>t</sub>‖² + Σ<sub>s≤t</sub> (1 − γ<sub>s</sub>²) ‖D<sub>s−1</sub>‖²).
 * The direction is expected to be as long as the last one, or longer if the gradient is:
 * δ<sub>t</sub> = ‖d<sub>t−1</sub>‖ √(1 + (w₀²/Σw²) (r² − 1)) with r = max(1, ‖g<sub>t</sub>‖ /
 * ‖g<sub>t−1</sub>‖). No step may be much longer than the longest of the last hundred or so,
 * m<sub>t</sub> = max(0.99 m<sub>t−1</sub>, α<sub>t</sub> ‖d<sub>t</sub>‖). All together,
 *
 * <pre>
 *   a_t = 0.25 M/√S (ḡ_min/ḡ_t)² (ḡ_max/ḡ_t)^0.2
 *   b_t = min(1.5 M/√S′, 1.5 M/(√t δ_t), (1.2 + 3/t) m_{t−1}/δ_t)
 * </pre>
 *
 * <p>with M and S of the steps before, and b<sub>t</sub> counts if it is the lesser. S′ is S, but
 * while D points downhill it forgets the past, when gradients were longer: S′<sub>t</sub> =
 * S′<sub>t−1</sub> exp(−0.2 max(0, ū<sub>t+1</sub>)) + ‖d<sub>t</sub>‖². ḡ is the running mean of
 * ‖g‖, with 0.95 for the past, and ḡ<sub>min</sub> and ḡ<sub>max</sub> its extremes since the
 * twentieth step: where a rate at the lower bound is too large, gradients grow; as they shrink,
 * there is less that could go wrong. (M/√S with gradients in place of directions is the learning
 * rate of M. Ivgi, O. Hinder, Y. Carmon, "DoG is SGD's Best Friend", ICML 2023, <a
 * href="https://arxiv.org/abs/2302.12022">arXiv:2302.12022</a>.)
 *
 * <p>The first step only measures: it moves nothing, and t counts from the second. That has the α
 * that moves the parameters by 0.1 in all; a configured α₀ does not matter. α is never negative.
 */
public final class LongHorizonRule implements Rule {

  /** β, unless configured. */
  public static final double RATE = 0.6;

  /** 1/(1 − γ), unless configured. */
  public static final double HORIZON = 1000;

  /** log α grows by at most this in the first step, by half of it in the second, and so on. */
  private static final double MAX_FIRST_GROWTH = 6;

  /** The upper bound by the last direction, in units of M/(√t δ). */
  private static final double MAX_BY_LAST = 1.5;

  /** The upper bound by all directions, in units of M/√S′. */
  private static final double MAX_BY_ALL = 1.5;

  /** The lower bound, in units of M/√S. */
  private static final double MIN_BY_ALL = 0.25;

  /** The power of ḡ_min/ḡ in the lower bound. */
  private static final double GROWN_GRADIENTS_POWER = 2;

  /** The power of ḡ_max/ḡ in the lower bound. */
  private static final double SHRUNK_GRADIENTS_POWER = 0.2;

  /** The maximum length of a step, in units of the longest recent one. */
  private static final double MAX_RELATIVE_STEP = 1.2;

  /** What is added to that maximum in the first step; half of it in the second, and so on. */
  private static final double FIRST_RELATIVE_STEP = 3;

  /** The length of the first step. */
  private static final double START = 0.1;

  private final double horizon;
  private final GradientAverage average;
  private final Travel travel;

  private LongHorizonRule(double horizon, GradientAverage average, Travel travel) {
    this.horizon = horizon;
    this.average = average;
    this.travel = travel;
  }

  /**
   * The rule before the first step.
   *
   * @param horizon 1/(1 − γ), greater than 1; {@code null} for {@value #HORIZON}
   * @param average how directions average gradients
   */
  public static LongHorizonRule of(Double horizon, GradientAverage average) {
    return new LongHorizonRule(horizon == null ? HORIZON : horizon, average, Travel.NONE);
  }

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean keepsDirection() {
    return false;
  }

  @Override
  public boolean needsNorms() {
    return true;
  }

  @Override
  public boolean needsMeasured() {
    return true;
  }

  @Override
  public boolean needsComingDirection() {
    return false;
  }

  @Override
  public void write(ScalarWriter out) {
    travel.write(out);
  }

  @Override
  public Rule read(ScalarReader in) {
    return new LongHorizonRule(horizon, average, Travel.read(in));
  }

  @Override
  public boolean isWithin(double max) {
    return travel.isWithin(max);
  }

  @Override
  public Parametrisation parametrisation(Parametrisation usual) {
    return Parametrisation.IDENTITY;
  }

  @Override
  public Rule after(DotProducts products, double stepSize) {
    return new LongHorizonRule(
        horizon, average, travel.after(products, stepSize, average, horizon));
  }

  @Override
  public double hypergradient(DotProducts products, double learningRate, double factor) {
    return -travel.agreement();
  }

  /** The optimiser moves the change of log α. */
  @Override
  public double origin(double raw) {
    return 0;
  }

  @Override
  public double moved(double raw, double to) {
    return raw * Math.exp(Math.min(to, MAX_FIRST_GROWTH / travel.steps()));
  }

  @Override
  public double limited(double learningRate, DotProducts products) {
    if (travel.rootSteps() == 0) {
      return 0;
    }
    if (travel.maxDistance() == 0) {
      double start = START / (travel.direction() * Math.sqrt((double) products.parameters()));
      return Double.isInfinite(start) ? 0 : start;
    }
    double byAll = MAX_BY_ALL * travel.maxDistance() / travel.recentPath();
    return Math.min(
        Math.max(learningRate, min()), Math.min(byAll, maxLength() / travel.direction()));
  }

  private double min() {
    GradientLengths gradients = travel.gradients();
    return MIN_BY_ALL
        * Math.pow(gradients.minByMean(), GROWN_GRADIENTS_POWER)
        * Math.pow(gradients.maxByMean(), SHRUNK_GRADIENTS_POWER)
        * travel.maxDistance()
        / travel.path();
  }

  /** The maximum length of a step. */
  private double maxLength() {
    double relative = MAX_RELATIVE_STEP + FIRST_RELATIVE_STEP / travel.steps();
    return Math.min(
        MAX_BY_LAST * travel.maxDistance() / travel.rootSteps(), relative * travel.maxStep());
  }

  @Override
  public Update update(double learningRate, double stepSize) {
    return new Displacement(stepSize, LongHorizonFormulas.traceDecay(horizon, travel.trend()));
  }
}
