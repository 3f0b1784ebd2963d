package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The work of an updater step that grows with the number of parameters.
 *
 * <p>All arrays of a call are vectors (rank 1, 'c' order, stride 1) of one length and one floating
 * point data type. Each update method turns the gradient g into the update α·d in place and leaves
 * the direction d in an array of its own, for the next step's hypergradient.
 *
 * <p>An instance serves one block and is not thread-safe.
 */
public interface Kernel {

  /**
   * The dot product of two vectors, summed in double precision.
   *
   * @param x a vector
   * @param y a vector
   * @return x · y; not finite if a product of two elements is not, even where the other factor is 0
   */
  double dot(INDArray x, INDArray y);

  /**
   * Tells whether all elements are finite.
   *
   * @param x a vector
   * @return false if it contains NaN or infinity, or if its sum overflows
   */
  boolean isFinite(INDArray x);

  /**
   * Gradient descent: d = g.
   *
   * @param gradient g, overwritten by α·d
   * @param direction overwritten by d
   * @param learningRate α
   */
  void sgd(INDArray gradient, INDArray direction, double learningRate);

  /**
   * Nesterov momentum: v ← μ v + g, d = g + μ v.
   *
   * @param gradient g, overwritten by α·d
   * @param direction overwritten by d
   * @param velocity −v, updated: the sign is that of ND4J's own Nesterov operation
   * @param momentum μ
   * @param learningRate α
   */
  void nesterovs(
      INDArray gradient,
      INDArray direction,
      INDArray velocity,
      double momentum,
      double learningRate);

  /**
   * Adam: m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) g², d = m / (√v + ε) · √(1−β₂ᵗ) / (1−β₁ᵗ).
   *
   * @param gradient g, overwritten by α·d
   * @param direction overwritten by d
   * @param firstMoment m, updated
   * @param secondMoment v, updated
   * @param coefficients β₁, β₂, ε and t
   * @param learningRate α
   */
  void adam(
      INDArray gradient,
      INDArray direction,
      INDArray firstMoment,
      INDArray secondMoment,
      AdamCoefficients coefficients,
      double learningRate);

  /**
   * Corrects an update for a change of the learning rate.
   *
   * @param update u, overwritten by u + change·d
   * @param direction d
   * @param change the difference of the two learning rates
   */
  void correct(INDArray update, INDArray direction, double change);
}
