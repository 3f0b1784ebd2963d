package dev.hypergradient.reference;

/**
 * The parameter-free rule, with iterate z and average x as vectors of their own:
 *
 * <pre>
 *   e_t = g_t,                       f_t = 1/max(‖g_t‖, n_t),   n_t = n_{t−1} + (‖g_t‖ − n_{t−1})/min(t, 20)
 *   or g_t / √(v_t/(1 − β₂ᵗ)),       f_t = min(1/√N, 1/‖e_t‖),  v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   r_t = max(r_{t−1}, ‖z_{t−1} − z₀‖),                          r_0 = 0.001 √N
 *   α_t = r_t^1.5 / √(Σ_{s≤t} r_s f_s² ‖e_s‖²)
 *   z_t = z_{t−1} − α_t f_t e_t
 *   x_t = x_{t−1} + (a_t²/Σ_{s≤t} a_s²) (z_t − x_{t−1}),         a_t = max_{s≤t} α_s
 *   θ_t = 0.1 z_t + 0.9 x_t
 * </pre>
 *
 * <p>The first gradient and gradients of zero change nothing. There is no other implementation to
 * compare with: the combination is this project's own.
 */
public final class ReferenceParameterFree implements ReferenceUpdater {
  private static final double BETA2 = 0.999;

  private final boolean elementwise;
  private double learningRate;
  private boolean begun;
  private int t;
  private double[] start;
  private double[] z;
  private double[] x;
  private double[] v;
  private double distance;
  private double path;
  private double maxRate;
  private double weights;
  private double meanLength;

  /**
   * The rule before the first step.
   *
   * @param learningRate what is shown before the first step
   * @param elementwise whether gradients are divided by their root mean squares
   */
  public ReferenceParameterFree(double learningRate, boolean elementwise) {
    this.learningRate = learningRate;
    this.elementwise = elementwise;
  }

  @Override
  public void step(double[] theta, double[] gradient) {
    if (!begun || DotProduct.of(gradient, gradient) == 0) {
      begun = true;
      return;
    }
    int n = theta.length;
    if (t == 0) {
      start = theta.clone();
      z = theta.clone();
      x = theta.clone();
      v = new double[n];
      distance = 0.001 * Math.sqrt(n);
    }
    t++;
    double[] e = direction(gradient);
    double length = Math.sqrt(DotProduct.of(e, e));
    meanLength += (length - meanLength) / Math.min(t, 20);
    double f =
        elementwise ? Math.min(1 / Math.sqrt(n), 1 / length) : 1 / Math.max(length, meanLength);
    double[] way = new double[n];
    for (int i = 0; i < n; i++) {
      way[i] = z[i] - start[i];
    }
    distance = Math.max(distance, Math.sqrt(DotProduct.of(way, way)));
    path += distance * f * f * length * length;
    double alpha = Math.pow(distance, 1.5) / Math.sqrt(path);
    maxRate = Math.max(maxRate, alpha);
    weights += maxRate * maxRate;
    for (int i = 0; i < n; i++) {
      double before = 0.1 * z[i] + 0.9 * x[i];
      z[i] -= alpha * f * e[i];
      x[i] += maxRate * maxRate / weights * (z[i] - x[i]);
      theta[i] += 0.1 * z[i] + 0.9 * x[i] - before;
    }
    learningRate = alpha * f;
  }

  private double[] direction(double[] gradient) {
    double[] e = gradient.clone();
    if (elementwise) {
      for (int i = 0; i < e.length; i++) {
        v[i] = BETA2 * v[i] + (1 - BETA2) * gradient[i] * gradient[i];
        e[i] = v[i] == 0 ? 0 : gradient[i] / Math.sqrt(v[i] / (1 - Math.pow(BETA2, t)));
      }
    }
    return e;
  }

  /** Returns x of the latest step; {@code null} before the first that moves. */
  public double[] average() {
    return x;
  }

  @Override
  public double learningRate() {
    return learningRate;
  }
}
