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
  static final DotProducts NONE = new DotProducts(new double[0]);

  private final double[] sums;

  private DotProducts(double[] sums) {
    this.sums = sums;
  }

  /** Takes over the products of a {@link Kernel}. */
  static DotProducts of(double[] sums) {
    return new DotProducts(sums);
  }

  /** The number of products, and of scalars that {@link #writeTo} writes at most. */
  static int scalars(HypergradientUpdater config) {
    return Kernel.GRADIENT_PARTIALS + config.stateVectors() - config.ownVectors();
  }

  void writeTo(double[] scalars, int start) {
    System.arraycopy(sums, 0, scalars, start, sums.length);
  }

  /** The sums over the parameters of all of them, bit for bit the same in whatever order. */
  static DotProducts total(Collection<DotProducts> all) {
    int length = all.stream().mapToInt(products -> products.sums.length).max().orElse(0);
    double[] total = new double[length];
    Arrays.setAll(total, i -> all.stream().mapToDouble(p -> p.get(i)).sorted().sum());
    return new DotProducts(total);
  }

  /** g_t · d_{t−1}. */
  double gradientDirection() {
    return get(Kernel.GRADIENT_TRACE);
  }

  /** ‖g_t‖², or 0 if nobody needs it. */
  double gradientSquared() {
    return get(Kernel.GRADIENT_SQUARED);
  }

  /** ‖d_{t−1}‖², or 0 if nobody needs it. */
  double directionSquared() {
    return get(Kernel.TRACE_SQUARED);
  }

  /** The cosine of g_t and d_{t−1}; NaN if their squares are 0 or not known. */
  double cosine() {
    return gradientDirection() / (Math.sqrt(gradientSquared()) * Math.sqrt(directionSquared()));
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
    return new DotProducts(total);
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
