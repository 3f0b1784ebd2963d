package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What becomes of a direction d: the change of the parameters, and what a learning rate rule
 * remembers of it in its own vectors, which are the first of the state. Immutable.
 *
 * <p>Like a {@link Direction}, it is given by ND4J operations and by loops over Java arrays that
 * hold a piece of each vector.
 */
public interface Update {

  /** α, the factor on the direction; any finite number. */
  double stepSize();

  /**
   * Tells whether vector 0 is to be the direction. The kernel copies it, before it becomes the
   * update: memory that would be moved once more in {@link #apply}.
   */
  boolean keepsDirection();

  /**
   * Turns the direction into the update.
   *
   * @param direction d, overwritten by the update
   * @param vectors the state, of which the rule's own vectors are changed
   */
  void apply(INDArray direction, INDArray[] vectors);

  /**
   * Turns a piece of the direction into the update.
   *
   * @param direction d, overwritten by the update
   * @param vectors the state, of which the rule's own vectors are changed
   * @param length the number of elements in use
   */
  void apply(float[] direction, float[][] vectors, int length);

  /**
   * Turns a piece of the direction into the update.
   *
   * @param direction d, overwritten by the update
   * @param vectors the state, of which the rule's own vectors are changed
   * @param length the number of elements in use
   */
  void apply(double[] direction, double[][] vectors, int length);

  /**
   * Tells whether the update depends on what a vector held before.
   *
   * @param vector its number
   */
  boolean reads(int vector);

  /** Tells whether the square of vector 0, as the update has left it, is wanted besides. */
  boolean measuresTrace();

  /**
   * Takes back what the rule's vectors remember of an update that this has made.
   *
   * @param update left as it is, or overwritten by α·d if the update is something else
   * @param state all vectors
   */
  void forget(FlatVector update, StateVectors state);

  /**
   * Turns α·d of another step size into that of this one. The rule's vectors have forgotten the
   * update.
   *
   * @param takenStepSize the other step size
   * @param update overwritten
   * @param state all vectors
   */
  void rescale(double takenStepSize, FlatVector update, StateVectors state);

  /**
   * Makes the update of α·d, as {@link #apply} would have of d, and lets the rule's vectors
   * remember it.
   *
   * @param update α·d, overwritten
   * @param state all vectors
   */
  void remember(FlatVector update, StateVectors state);
}
