package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The update α·d. Vector 0 remembers the displacement of the parameters, with the older part of it
 * discounted: D ← γ·D + α·d.
 */
public final class Displacement implements Update {

  private final double stepSize;
  private final double decay;

  /**
   * The update of one step.
   *
   * @param stepSize α
   * @param decay γ, in (0, 1]
   */
  public Displacement(double stepSize, double decay) {
    this.stepSize = stepSize;
    this.decay = decay;
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
    direction.muli(stepSize);
    vectors[0].muli(decay).addi(direction);
  }

  @Override
  public void apply(float[] direction, float[][] vectors, int length) {
    float[] displacement = vectors[0];
    float factor = (float) stepSize;
    float gamma = (float) decay;
    for (int i = 0; i < length; i++) {
      float change = direction[i] * factor;
      displacement[i] = gamma * displacement[i] + change;
      direction[i] = change;
    }
  }

  @Override
  public void apply(double[] direction, double[][] vectors, int length) {
    double[] displacement = vectors[0];
    for (int i = 0; i < length; i++) {
      double change = direction[i] * stepSize;
      displacement[i] = decay * displacement[i] + change;
      direction[i] = change;
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == 0;
  }

  @Override
  public Measured measured() {
    return Measured.DIRECTION;
  }

  @Override
  public void forget(FlatVector update, StateVectors state) {
    state.vector(0).array().subi(update.array()).divi(decay);
  }

  @Override
  public void rescale(double takenStepSize, FlatVector update, StateVectors state) {
    // The direction is gone. A step size of 0 depends on no gradient, so it needs no correction.
    update.array().muli(takenStepSize == 0 ? 1 : stepSize / takenStepSize);
  }

  @Override
  public void remember(FlatVector update, StateVectors state) {
    state.vector(0).array().muli(decay).addi(update.array());
  }
}
