package dev.hypergradient.reference.golden;

import java.util.List;

/**
 * The logistic regression behind the traces: 9 inputs x, 3 classes, 30 parameters.
 *
 * <p>z = W₁ x[0..4) + W₂ x[4..9) + b, f_t(θ) = mean over batch t of log Σ_k exp(z_k) − z_y, with θ
 * = (W₁ 3×4 row-major, W₂ 3×5 row-major, b).
 */
public final class GoldenProblem {
  private static final int CLASSES = 3;
  private static final int INPUTS_1 = 4;
  private static final int INPUTS_2 = 5;
  private static final int OFFSET_2 = CLASSES * INPUTS_1;
  private static final int OFFSET_BIAS = OFFSET_2 + CLASSES * INPUTS_2;

  private final List<DoubleVector> inputs;
  private final DoubleVector labels;
  private final List<DoubleVector> batches;
  private final DoubleVector theta0;

  private GoldenProblem(GoldenJson json) {
    inputs = json.vectors("X");
    labels = json.vector("y");
    batches = json.vectors("batches");
    theta0 = json.vector("theta0");
  }

  /** Reads {@code problem.json}. */
  public static GoldenProblem read() {
    return new GoldenProblem(GoldenJson.read("problem"));
  }

  /** Returns the number of steps T, one batch for each. */
  public int steps() {
    return batches.size();
  }

  /** Returns θ₀ in a new array of 30. */
  public double[] theta0() {
    return theta0.toArray();
  }

  /** Returns f_t(θ) in nats, for t in 1..T. */
  public double loss(double[] theta, int t) {
    double sum = 0;
    for (double row : batch(t).elements()) {
      double[] x = inputs.get((int) row).toArray();
      sum -= Math.log(probabilities(theta, x)[label(row)]);
    }
    return sum / batch(t).length();
  }

  /** Returns ∇f_t(θ) in a new array of 30: the mean of (p − onehot(y)) ⊗ (x, 1). */
  public double[] gradient(double[] theta, int t) {
    double[] gradient = new double[theta.length];
    for (double row : batch(t).elements()) {
      double[] x = inputs.get((int) row).toArray();
      double[] p = probabilities(theta, x);
      for (int k = 0; k < CLASSES; k++) {
        double dz = (p[k] - (k == label(row) ? 1 : 0)) / batch(t).length();
        for (int j = 0; j < x.length; j++) {
          gradient[weight(k, j)] += dz * x[j];
        }
        gradient[OFFSET_BIAS + k] += dz;
      }
    }
    return gradient;
  }

  private static double[] probabilities(double[] theta, double[] x) {
    double[] p = new double[CLASSES];
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      double z = theta[OFFSET_BIAS + k];
      for (int j = 0; j < x.length; j++) {
        z += theta[weight(k, j)] * x[j];
      }
      p[k] = Math.exp(z);
      sum += p[k];
    }
    for (int k = 0; k < CLASSES; k++) {
      p[k] /= sum;
    }
    return p;
  }

  /** Returns where in θ the weight of input j for class k lies. */
  private static int weight(int k, int j) {
    return j < INPUTS_1 ? INPUTS_1 * k + j : OFFSET_2 + INPUTS_2 * k + (j - INPUTS_1);
  }

  private DoubleVector batch(int t) {
    return batches.get(t - 1);
  }

  private int label(double row) {
    return labels.elements().get((int) row).intValue();
  }
}
