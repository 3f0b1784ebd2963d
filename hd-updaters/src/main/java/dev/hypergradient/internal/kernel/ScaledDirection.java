package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The update α·d. Vector 0 remembers d. */
public final class ScaledDirection implements Update {

  private final double stepSize;

  /**
   * The update of one step.
   *
   * @param stepSize α
   */
  public ScaledDirection(double stepSize) {
    this.stepSize = stepSize;
  }

  @Override
  public double stepSize() {
    return stepSize;
  }

  @Override
  public boolean keepsDirection() {
    return true;
  }

  @Override
  public void apply(INDArray direction, INDArray[] vectors) {
    direction.muli(stepSize);
  }

  @Override
  public void apply(float[] direction, float[][] vectors, int length) {
    float factor = (float) stepSize;
    for (int i = 0; i < length; i++) {
      direction[i] *= factor;
    }
  }

  @Override
  public void apply(double[] direction, double[][] vectors, int length) {
    for (int i = 0; i < length; i++) {
      direction[i] *= stepSize;
    }
  }

  @Override
  public boolean reads(int vector) {
    return false;
  }

  @Override
  public boolean measuresTrace() {
    return false;
  }

  /** What is remembered is the direction, the same whatever its factor: nothing to do. */
  @Override
  public void forget(FlatVector update, StateVectors state) {}

  @Override
  public void rescale(double takenStepSize, FlatVector update, StateVectors state) {
    state.add(update, 0, stepSize - takenStepSize);
  }

  /** As {@link #forget}: nothing to do. */
  @Override
  public void remember(FlatVector update, StateVectors state) {}
}
