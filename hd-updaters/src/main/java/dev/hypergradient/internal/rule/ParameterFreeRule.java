package dev.hypergradient.internal.rule;

import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.AveragedStep;
import dev.hypergradient.internal.kernel.Update;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/**
 * Reads the scale of a step off the distance travelled, and averages instead of decaying the rate:
 *
 * <pre>
 *   d_t = f_t e_t                              e the gradient, or the gradient over its root mean square
 *   r_t = max(r_{t−1}, ‖z_{t−1} − z₀‖)         r_0 = 0.001 √N
 *   α_t = r_t^{3/2} / √(Σ_{s≤t} r_s ‖d_s‖²)
 *   z_t = z_{t−1} − α_t d_t
 *   x_t = x_{t−1} + k_t (z_t − x_{t−1})         k_t = a_t² / Σ_{s≤t} a_s²,  a_t = max_{s≤t} α_s
 *   y_t = (1 − β) z_t + β x_t                  β = 0.9: the parameters that the network holds
 * </pre>
 *
 * <p>The factor f makes directions comparable, whatever the unit of the loss. For plain gradients
 * it is 1/max(‖g_t‖, n_t) with n the running mean of ‖g‖ over 20 steps. For gradients over their
 * root mean squares it is 1/√N, so that d is about as long as 1, or 1/‖e_t‖ where that is less.
 *
 * <p>A schedule's factor multiplies the step of z but not the way that r is read off: Z sums α_t
 * d_t itself, so that a small factor does not starve the scale.
 *
 * <p>The first step of all only finds the blocks, and a step with a gradient of zero changes
 * nothing; t counts the others. The learning rate that is shown is α_t f_t, the factor on e.
 *
 * <p>Relatives: M. Ivgi et al., DoG, ICML 2023, <a
 * href="https://arxiv.org/abs/2302.12022">arXiv:2302.12022</a>; A. Khaled et al., DoWG, NeurIPS
 * 2023, <a href="https://arxiv.org/abs/2305.16284">arXiv:2305.16284</a>; A. Defazio et al., The
 * Road Less Scheduled, NeurIPS 2024, <a
 * href="https://arxiv.org/abs/2405.15682">arXiv:2405.15682</a>.
 */
final class ParameterFreeRule implements Rule {

  /**
   * r₀/√N: the first step of Adam at its usual learning rate. Tried: 1e-5 to 1e-2; larger ones may
   * saturate a softmax in the first steps, smaller ones are slow where training is short.
   */
  private static final double START = 1e-3;

  /** β, the share of the average in the parameters, as in the schedule-free method. */
  private static final double INTERPOLATION = 0.9;

  /** The number of steps that the mean of gradient lengths is about; others were not tried. */
  private static final double MEMORY = 20;

  private final boolean elementwise;

  /** √t. */
  private final double rootSteps;

  /** r_t, 0 before the first step. */
  private final double distance;

  /** √Σ r ‖d‖². */
  private final double rootPath;

  /** a_t. */
  private final double maxRate;

  /** √Σ a². */
  private final double rootWeights;

  /** n_t. */
  private final double meanLength;

  /** α_t f_t of the coming step, 0 if it moves nothing; not written. */
  private final double learningRate;

  private ParameterFreeRule(
      boolean elementwise,
      double rootSteps,
      double distance,
      double rootPath,
      double maxRate,
      double rootWeights,
      double meanLength,
      double learningRate) {
    this.elementwise = elementwise;
    this.rootSteps = rootSteps;
    this.distance = distance;
    this.rootPath = rootPath;
    this.maxRate = maxRate;
    this.rootWeights = rootWeights;
    this.meanLength = meanLength;
    this.learningRate = learningRate;
  }

  /**
   * The rule before the first step.
   *
   * @param elementwise whether directions are gradients over their root mean squares
   */
  static ParameterFreeRule of(boolean elementwise) {
    return new ParameterFreeRule(elementwise, 0, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public int vectors() {
    return 2;
  }

  @Override
  public boolean continuesFromAnyRate() {
    return false;
  }

  @Override
  public double shareOfOffset() {
    return 1 - INTERPOLATION;
  }

  @Override
  public boolean needsProducts() {
    return false;
  }

  @Override
  public boolean needsNorms() {
    return false;
  }

  @Override
  public boolean needsLengths() {
    return true;
  }

  @Override
  public boolean moves() {
    return learningRate != 0;
  }

  @Override
  public int iteration(int iteration) {
    int steps = (int) Math.round(rootSteps * rootSteps);
    return moves() ? steps - 1 : steps;
  }

  @Override
  public void write(ScalarWriter out) {
    out.put(rootSteps, distance, rootPath, maxRate, rootWeights, meanLength);
  }

  @Override
  public Rule read(ScalarReader in) {
    return new ParameterFreeRule(
        elementwise, in.next(), in.next(), in.next(), in.next(), in.next(), in.next(), 0);
  }

  @Override
  public boolean isWithin(double max) {
    return isLength(rootSteps, max)
        && isLength(distance, max)
        && isLength(rootPath, max)
        && isLength(maxRate, max)
        && isLength(rootWeights, max)
        && isLength(meanLength, max);
  }

  private static boolean isLength(double number, double max) {
    return number >= 0 && number <= max;
  }

  @Override
  public Parametrisation parametrisation(Parametrisation usual) {
    return Parametrisation.IDENTITY;
  }

  @Override
  public Rule after(DotProducts products, double stepSize) {
    double length = Math.sqrt(products.directionSquared());
    if (length == 0) {
      return new ParameterFreeRule(
          elementwise, rootSteps, distance, rootPath, maxRate, rootWeights, meanLength, 0);
    }
    double rootParameters = Math.sqrt((double) products.parameters());
    double nextRootSteps = Math.hypot(rootSteps, 1);
    double nextDistance =
        Math.max(
            distance == 0 ? START * rootParameters : distance,
            Math.sqrt(products.measuredSquare()));
    double memory = Math.min(MEMORY, nextRootSteps * nextRootSteps);
    double nextMeanLength = meanLength + (length - meanLength) / memory;
    double factor = 1 / Math.max(length, elementwise ? rootParameters : nextMeanLength);
    double nextRootPath = Math.hypot(rootPath, Math.sqrt(nextDistance) * factor * length);
    double rate = nextDistance * Math.sqrt(nextDistance) / nextRootPath;
    double nextMaxRate = Math.max(maxRate, rate);
    return new ParameterFreeRule(
        elementwise,
        nextRootSteps,
        nextDistance,
        nextRootPath,
        nextMaxRate,
        Math.hypot(rootWeights, nextMaxRate),
        nextMeanLength,
        factor * rate);
  }

  @Override
  public double hypergradient(DotProducts products, double learningRate, double factor) {
    return 0;
  }

  /**
   * A step that moves nothing leaves the rate as it is. Where gradients vanish, the factor on them
   * would grow beyond what the state can hold, most of all in HALF; schedules have some room above.
   */
  @Override
  public double limited(double rate, double max) {
    return moves() ? Math.min(learningRate, max / 16) : rate;
  }

  @Override
  public Update update(double rate, double stepSize) {
    double share = maxRate / rootWeights;
    return new AveragedStep(stepSize, rate, share * share, INTERPOLATION);
  }
}
