package dev.hypergradient.internal.kernel;

/** The state vectors of a block, by their numbers. */
public interface StateVectors {

  /** The number of vectors. */
  int vectors();

  /** The vector itself. */
  FlatVector vector(int vector);

  /**
   * Adds a multiple of a vector to the update.
   *
   * @param update u, overwritten by u + factor·x
   * @param vector the number of x
   * @param factor a finite number
   */
  void add(FlatVector update, int vector, double factor);
}
