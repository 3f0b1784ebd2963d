package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A step of an iterate z with an average x, between which the parameters y interpolate: z ← z − α
 * d, x ← x + k (z − x), y = (1 − β) z + β x. With w = z − x,
 *
 * <pre>
 *   q  = w − α d           w' = (1 − k) q           Δy = k q + (1 − β) (w' − w)
 * </pre>
 *
 * <p>and −Δy is the update. Vector 0 remembers Z ← Z + ρ d, how far z has come if ρ = α; vector 1
 * remembers w. Source: A. Defazio et al., "The Road Less Scheduled", NeurIPS 2024, <a
 * href="https://arxiv.org/abs/2405.15682">arXiv:2405.15682</a>.
 */
public final class AveragedStep implements Update {

  private final double stepSize;
  private final double pathSize;
  private final double weight;
  private final double interpolation;

  /**
   * The update of one step.
   *
   * @param stepSize α
   * @param pathSize ρ
   * @param weight k, in (0, 1]; 1 in the first step only, when w is 0
   * @param interpolation β, in [0, 1)
   */
  public AveragedStep(double stepSize, double pathSize, double weight, double interpolation) {
    this.stepSize = stepSize;
    this.pathSize = pathSize;
    this.weight = weight;
    this.interpolation = interpolation;
  }

  @Override
  public double stepSize() {
    return stepSize;
  }

  @Override
  public boolean keepsDirection() {
    return false;
  }

  @Override
  public void apply(INDArray direction, INDArray[] vectors) {
    vectors[0].addi(direction.mul(pathSize));
    INDArray w = vectors[1];
    direction.muli(-stepSize).addi(w);
    move(direction, w);
  }

  /** Turns q into the update, and w into w'. */
  private void move(INDArray q, INDArray w) {
    // w' − w, with w' = (1 − k) q
    w.negi().addi(q.mul(1 - weight));
    INDArray change = w.mul(-(1 - interpolation));
    w.assign(q).muli(1 - weight);
    q.muli(-weight).addi(change);
  }

  @Override
  public void apply(float[] direction, float[][] vectors, int length) {
    float[] path = vectors[0];
    float[] w = vectors[1];
    float alpha = (float) stepSize;
    float rho = (float) pathSize;
    float k = (float) weight;
    float rest = (float) (1 - weight);
    float share = (float) (1 - interpolation);
    for (int i = 0; i < length; i++) {
      float d = direction[i];
      float before = w[i];
      float q = before - alpha * d;
      float after = rest * q;
      path[i] += rho * d;
      w[i] = after;
      direction[i] = share * (before - after) - k * q;
    }
  }

  @Override
  public void apply(double[] direction, double[][] vectors, int length) {
    double[] path = vectors[0];
    double[] w = vectors[1];
    double rest = 1 - weight;
    double share = 1 - interpolation;
    for (int i = 0; i < length; i++) {
      double d = direction[i];
      double before = w[i];
      double q = before - stepSize * d;
      double after = rest * q;
      path[i] += pathSize * d;
      w[i] = after;
      direction[i] = share * (before - after) - weight * q;
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == 0 || vector == 1;
  }

  @Override
  public boolean measuresTrace() {
    return true;
  }

  /** The update becomes α d, and Z and w what they were before the step. */
  @Override
  public void forget(FlatVector update, StateVectors state) {
    INDArray w = state.vector(1).array();
    INDArray change = update.array().negi();
    INDArray q;
    if (weight == 1) {
      q = change.dup();
      w.assign(0);
    } else {
      q = w.div(1 - weight);
      // Δy = k q + (1 − β) (w' − w)
      w.subi(change.subi(q.mul(weight)).divi(1 - interpolation));
    }
    change.assign(w).subi(q);
    if (stepSize != 0) {
      state.vector(0).array().subi(change.mul(pathSize / stepSize));
    }
  }

  @Override
  public void rescale(double takenStepSize, FlatVector update, StateVectors state) {
    if (takenStepSize != 0) {
      update.array().muli(stepSize / takenStepSize);
    }
  }

  @Override
  public void remember(FlatVector update, StateVectors state) {
    INDArray w = state.vector(1).array();
    INDArray move = update.array();
    if (stepSize != 0) {
      state.vector(0).array().addi(move.mul(pathSize / stepSize));
    }
    move.negi().addi(w);
    move(move, w);
  }
}
