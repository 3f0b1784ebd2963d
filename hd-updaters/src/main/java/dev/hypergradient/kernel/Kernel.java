package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The work of an updater step that grows with the number of parameters.
 *
 * <p>All arrays of a call are vectors (rank 1, 'c' order, stride 1) of one length and one floating
 * point data type. An instance serves one block and is not thread-safe.
 */
public interface Kernel {

  /**
   * The dot products of one vector with several, summed in double precision.
   *
   * @param x a vector
   * @param ys vectors
   * @return x · y for each y; not finite if a product of two elements is not, even where the other
   *     factor is 0
   */
  double[] dots(INDArray x, INDArray... ys);

  /**
   * Tells whether all elements are finite.
   *
   * @param x a vector
   * @return false if it contains NaN or infinity, or if its sum overflows
   */
  boolean isFinite(INDArray x);

  /**
   * Turns the gradient g into the update α·d.
   *
   * @param step how d follows from g and the vectors
   * @param gradient g, overwritten by α·d
   * @param vectors the updater's state; the first is overwritten by d
   * @param learningRate α
   */
  void step(Step step, INDArray gradient, INDArray[] vectors, double learningRate);

  /**
   * Fills a vector of squares, see {@link Step#squares}.
   *
   * @param vector overwritten
   * @param value the average or sum of squares that it shall hold, at least 0
   */
  void fillSquares(INDArray vector, double value);

  /**
   * Adds a multiple of one vector to another.
   *
   * @param target u, overwritten by u + factor·x
   * @param x a vector
   * @param factor a finite number
   */
  void add(INDArray target, INDArray x, double factor);
}
