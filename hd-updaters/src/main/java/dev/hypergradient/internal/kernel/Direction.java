package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the direction d of a method of descent follows from gradient and state: by ND4J operations,
 * and by loops over Java arrays that hold a piece of each vector. Immutable, for one step.
 *
 * <p>The state is a number of vectors: those of the learning rate rule, see {@link Update}, what
 * the method itself remembers, and for each learned hyperparameter φ but the learning rate its
 * partial derivative ∂d/∂φ, all that was remembered before the step being constant. The place of a
 * partial derivative among the vectors is called its slot; {@link #NOT_LEARNED} stands for none.
 */
public interface Direction {

  /** The slot of a hyperparameter that is not learned. */
  int NOT_LEARNED = -1;

  /**
   * Computes the direction and its partial derivatives, and updates what the method remembers.
   *
   * @param gradient g, overwritten by d
   * @param vectors the state
   */
  void apply(INDArray gradient, INDArray[] vectors);

  /**
   * Computes a piece of the direction and of its partial derivatives, and updates a piece of what
   * the method remembers.
   *
   * @param gradient g, overwritten by d
   * @param vectors the state
   * @param length the number of elements in use
   */
  void apply(float[] gradient, float[][] vectors, int length);

  /**
   * Computes a piece of the direction and of its partial derivatives, and updates a piece of what
   * the method remembers.
   *
   * @param gradient g, overwritten by d
   * @param vectors the state
   * @param length the number of elements in use
   */
  void apply(double[] gradient, double[][] vectors, int length);

  /**
   * Computes the squares of a piece of the direction. The vectors are copies, and may be changed.
   *
   * @param gradient g, overwritten by the square of each element of d
   * @param vectors the state
   * @param length the number of elements in use
   */
  default void square(float[] gradient, float[][] vectors, int length) {
    apply(gradient, vectors, length);
    for (int i = 0; i < length; i++) {
      gradient[i] *= gradient[i];
    }
  }

  /**
   * Computes the squares of a piece of the direction. The vectors are copies, and may be changed.
   *
   * @param gradient g, overwritten by the square of each element of d
   * @param vectors the state
   * @param length the number of elements in use
   */
  default void square(double[] gradient, double[][] vectors, int length) {
    apply(gradient, vectors, length);
    for (int i = 0; i < length; i++) {
      gradient[i] *= gradient[i];
    }
  }

  /**
   * Tells whether the direction depends on what a vector held before.
   *
   * @param vector its number
   */
  boolean reads(int vector);

  /**
   * The numbers of the vectors that hold averages or sums of squares, which HALF cannot, in
   * ascending order.
   */
  default int[] squares() {
    return new int[0];
  }
}
