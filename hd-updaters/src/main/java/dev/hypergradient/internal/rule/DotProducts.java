package dev.hypergradient.internal.rule;

import dev.hypergradient.internal.kernel.Kernel;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * What must be known of g<sub>t</sub> and the step before, as sums over parameters: g · D with D
 * the trace of the directions, the squares of both if anybody needs them, what else the rule needs,
 * and g · ∂d/∂φ for each learned hyperparameter φ but the learning rate. Immutable.
 */
public final class DotProducts {

  /** Of no parameters at all. */
  public static final DotProducts NONE = new DotProducts(new double[0], 0, 0);

  /** By the places of a {@link Kernel}. */
  private final double[] sums;

  private final double measuredSquare;
  private final long parameters;

  private DotProducts(double[] sums, double measuredSquare, long parameters) {
    this.sums = sums;
    this.measuredSquare = measuredSquare;
    this.parameters = parameters;
  }

  /**
   * Takes over the products of a {@link Kernel}.
   *
   * @param sums the kernel's, not to be changed any more
   * @param measuredSquare what the update of the step before measured
   * @param parameters the number of parameters
   */
  public static DotProducts of(double[] sums, double measuredSquare, long parameters) {
    return new DotProducts(sums, measuredSquare, parameters);
  }

  /**
   * The number of a {@link Kernel}'s sums.
   *
   * @param partials the number of partial derivatives
   */
  public static int count(int partials) {
    return Kernel.GRADIENT_PARTIALS + partials;
  }

  /**
   * Writes the sums of the kernel.
   *
   * @param out takes them
   * @param partials the number of partial derivatives, for which zeros are written if nothing is
   *     known
   */
  public void write(ScalarWriter out, int partials) {
    out.put(Arrays.copyOf(sums, count(partials)));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in stands where the sums begin
   * @param partials the number of partial derivatives
   * @param measuredSquare what the update of the step before measured
   * @param parameters the number of parameters
   */
  public static DotProducts read(
      ScalarReader in, int partials, double measuredSquare, long parameters) {
    return new DotProducts(in.next(count(partials)), measuredSquare, parameters);
  }

  /**
   * The sums over the parameters of all, added in the order of the collection.
   *
   * @param all products of disjoint sets of parameters
   */
  public static DotProducts sum(Collection<DotProducts> all) {
    return all.stream().reduce(NONE, DotProducts::plus);
  }

  /**
   * The sums over the parameters of all, bit for bit the same in whatever order they come.
   *
   * @param all products of disjoint sets of parameters
   */
  public static DotProducts sumInAnyOrder(Collection<DotProducts> all) {
    int length = all.stream().mapToInt(products -> products.sums.length).max().orElse(0);
    double[] total = new double[length];
    Arrays.setAll(total, i -> sortedSum(all, products -> products.get(i)));
    return new DotProducts(
        total,
        sortedSum(all, DotProducts::measuredSquare),
        all.stream().mapToLong(DotProducts::parameters).sum());
  }

  private static double sortedSum(
      Collection<DotProducts> all, ToDoubleFunction<DotProducts> summand) {
    return all.stream().mapToDouble(summand).sorted().sum();
  }

  /**
   * The sums over the parameters of both.
   *
   * @param other of other parameters
   */
  public DotProducts plus(DotProducts other) {
    double[] total = new double[Math.max(sums.length, other.sums.length)];
    Arrays.setAll(total, i -> get(i) + other.get(i));
    return new DotProducts(
        total, measuredSquare + other.measuredSquare, parameters + other.parameters);
  }

  /** g_t · D_{t−1}. */
  public double gradientTrace() {
    return get(Kernel.GRADIENT_TRACE);
  }

  /** ‖g_t‖²; 0 if nobody needs it. */
  public double gradientSquared() {
    return get(Kernel.GRADIENT_SQUARED);
  }

  /** ‖D_{t−1}‖²; 0 if nobody needs it. */
  public double traceSquared() {
    return get(Kernel.TRACE_SQUARED);
  }

  /** What the update of the step before measured; 0 if the rule does not need it. */
  public double measuredSquare() {
    return measuredSquare;
  }

  /** The number of parameters; 0 for {@link #NONE}. */
  public long parameters() {
    return parameters;
  }

  /** ‖d_t‖² of the coming step; 0 if the rule does not need it. */
  public double directionSquared() {
    return get(Kernel.DIRECTION_SQUARED);
  }

  /**
   * The cosine of g_t and D_{t−1}; in [−1, 1] up to rounding; NaN if the squares are 0 or not
   * known.
   */
  public double cosine() {
    return gradientTrace() / (Math.sqrt(gradientSquared()) * Math.sqrt(traceSquared()));
  }

  /**
   * The cosine of g_t and D_{t−1}, for formulas; in [−1, 1] whatever rounding does; 0 if a square
   * is 0.
   */
  public double cosineOrZero() {
    return gradientSquared() == 0 || traceSquared() == 0 ? 0 : Math.max(-1, Math.min(cosine(), 1));
  }

  /**
   * g_t · ∂d_{t−1}/∂φ.
   *
   * @param i the place of φ among the hyperparameters with a partial derivative
   */
  public double gradientPartial(int i) {
    return get(Kernel.GRADIENT_PARTIALS + i);
  }

  private double get(int i) {
    return i < sums.length ? sums[i] : 0;
  }

  /** Tells whether no sum has overflowed. */
  public boolean isFinite() {
    return Arrays.stream(sums).allMatch(Double::isFinite);
  }

  /**
   * Tells whether all sums are the same, so that the gradient has not changed in between.
   *
   * @param other of the same parameters
   */
  public boolean hasSameSums(DotProducts other) {
    return Arrays.equals(sums, other.sums);
  }
}
