package dev.hypergradient;

/**
 * How far a set of N parameters has come, as root mean squares: the greatest length of the
 * displacement trace D so far, M/√N, and the root of the sum of all squared directions, √(S/N).
 * Immutable.
 *
 * <p>M/√S is what bounds the learning rate: a walk of t steps with independent directions and the
 * rate α comes α √S far. So whatever is longer must have had a direction, and a rate that is
 * shorter than M/√S has not outrun the distance that directions agreed on. The quotient is the
 * distance over gradients of M. Ivgi, O. Hinder, Y. Carmon, "DoG is SGD's Best Friend", ICML 2023,
 * <a href="https://arxiv.org/abs/2302.12022">arXiv:2302.12022</a>, with d in place of g.
 */
final class Travel {

  /** Of parameters that have not moved. */
  static final Travel NONE = new Travel(0, 0);

  static final int SCALARS = 2;

  private final double farthest;
  private final double path;

  private Travel(double farthest, double path) {
    this.farthest = farthest;
    this.path = path;
  }

  static Travel readFrom(double[] scalars, int start) {
    return new Travel(scalars[start], scalars[start + 1]);
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = farthest;
    scalars[start + 1] = path;
  }

  /** With the step before that these are the products of. */
  Travel after(DotProducts products) {
    double parameters = products.parameters();
    return parameters == 0
        ? this
        : new Travel(
            Math.max(farthest, Math.sqrt(products.traceSquared() / parameters)),
            Math.hypot(path, Math.sqrt(products.directionSquared() / parameters)));
  }

  /** M/√S; infinite as long as nothing has moved. */
  double distanceOverDirections() {
    return farthest == 0 ? Double.POSITIVE_INFINITY : farthest / path;
  }

  /** Tells whether both are finite and not above a limit. */
  boolean isWithin(double limit) {
    return farthest <= limit && path <= limit;
  }
}
