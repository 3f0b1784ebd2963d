package dev.hypergradient;

import dev.hypergradient.kernel.Kernel;
import java.util.Arrays;
import java.util.Collection;

/**
 * What must be known of g_t and the step before, as sums over parameters: g · d, the squares of
 * both if a rule needs them, and g · ∂d/∂φ for each learned hyperparameter φ but the learning rate.
 * Immutable.
 */
final class DotProducts {

  /** Of no parameters at all. */
  static final DotProducts NONE = new DotProducts(new double[0], 0, 0);

  private final double[] sums;
  private final double directionSquared;
  private final long parameters;

  private DotProducts(double[] sums, double directionSquared, long parameters) {
    this.sums = sums;
    this.directionSquared = directionSquared;
    this.parameters = parameters;
  }

  /**
   * Takes over the products of a {@link Kernel}.
   *
   * @param directionSquared ‖d_{t−1}‖²
   * @param parameters the number of parameters
   */
  static DotProducts of(double[] sums, double directionSquared, long parameters) {
    return new DotProducts(sums, directionSquared, parameters);
  }

  /** The number of a {@link Kernel}'s products, and of scalars that {@link #writeTo} writes. */
  static int scalars(HypergradientUpdater config) {
    return Kernel.GRADIENT_PARTIALS + config.stateVectors() - config.ownVectors();
  }

  /** Writes the products of the kernel; without any, nothing. */
  void writeTo(double[] scalars, int start) {
    System.arraycopy(sums, 0, scalars, start, sums.length);
  }

  /** The sums over the parameters of all of them, bit for bit the same in whatever order. */
  static DotProducts total(Collection<DotProducts> all) {
    int length = all.stream().mapToInt(products -> products.sums.length).max().orElse(0);
    double[] total = new double[length];
    Arrays.setAll(total, i -> all.stream().mapToDouble(p -> p.get(i)).sorted().sum());
    return new DotProducts(
        total,
        all.stream().mapToDouble(DotProducts::directionSquared).sorted().sum(),
        all.stream().mapToLong(DotProducts::parameters).sum());
  }

  /** g_t · D_{t−1}, with D the direction or what else the {@link Kernel}'s trace is. */
  double gradientTrace() {
    return get(Kernel.GRADIENT_TRACE);
  }

  /** ‖g_t‖², or 0 if nobody needs it. */
  double gradientSquared() {
    return get(Kernel.GRADIENT_SQUARED);
  }

  /** ‖D_{t−1}‖², or 0 if nobody needs it. */
  double traceSquared() {
    return get(Kernel.TRACE_SQUARED);
  }

  /** ‖d_{t−1}‖², or 0 if nobody needs it. */
  double directionSquared() {
    return directionSquared;
  }

  /** The number of parameters. */
  long parameters() {
    return parameters;
  }

  /** The cosine of g_t and D_{t−1}; NaN if their squares are 0 or not known. */
  double cosine() {
    return gradientTrace() / (Math.sqrt(gradientSquared()) * Math.sqrt(traceSquared()));
  }

  /** The same, in [−1, 1] whatever rounding does; 0 if a square is. */
  double cosineOrZero() {
    return gradientSquared() == 0 || traceSquared() == 0 ? 0 : Math.max(-1, Math.min(cosine(), 1));
  }

  /** g_t · ∂d_{t−1}/∂φ for the i-th of those φ. */
  double gradientPartial(int i) {
    return get(Kernel.GRADIENT_PARTIALS + i);
  }

  private double get(int i) {
    return i < sums.length ? sums[i] : 0;
  }

  /** The sums over the parameters of both. */
  DotProducts plus(DotProducts other) {
    double[] total = new double[Math.max(sums.length, other.sums.length)];
    for (int i = 0; i < total.length; i++) {
      total[i] = get(i) + other.get(i);
    }
    return new DotProducts(
        total, directionSquared + other.directionSquared, parameters + other.parameters);
  }

  boolean isFinite() {
    return Arrays.stream(sums).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DotProducts && Arrays.equals(sums, ((DotProducts) other).sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
