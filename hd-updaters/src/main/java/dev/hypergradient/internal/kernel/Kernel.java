package dev.hypergradient.internal.kernel;

/**
 * The work of an updater step that grows with the number of parameters.
 *
 * <p>A kernel belongs to one block and works on its state vectors: the trace D of the directions d,
 * which is the first of the learning rate rule's own, what the updater itself remembers, and the
 * partial derivatives ∂d/∂φ; see {@link Direction} and {@link Update}. All vectors have one length
 * and one floating point data type. An instance is not thread-safe.
 */
public interface Kernel extends StateVectors {

  /** The place of g · D among the {@link #products}. */
  int GRADIENT_TRACE = 0;

  /** The place of ‖g‖². */
  int GRADIENT_SQUARED = 1;

  /** The place of ‖D‖². */
  int TRACE_SQUARED = 2;

  /** The place of the square of the coming direction, which the products leave 0. */
  int DIRECTION_SQUARED = 3;

  /** The place of the first g · ∂d/∂φ; those of the other φ follow. */
  int GRADIENT_PARTIALS = 4;

  /**
   * The dot products of the gradient and what is known of the steps before.
   *
   * @param gradient g, left as it is
   * @param norms whether the squares of g and D are wanted, too; otherwise they are 0
   * @param sums overwritten by the sums, by the places above; not finite if a product of two
   *     elements is not, even where the other factor is 0
   */
  void products(FlatVector gradient, boolean norms, double[] sums);

  /**
   * ‖d‖² of the direction that a step would find; the state stays as it is.
   *
   * @param direction how d follows from g and the state
   * @param gradient g, left as it is
   */
  double directionSquared(Direction direction, FlatVector gradient);

  /** ‖D‖². */
  default double traceSquared() {
    double[] sums = new double[GRADIENT_PARTIALS + vectors() - firstPartial()];
    products(vector(0), true, sums);
    return sums[TRACE_SQUARED];
  }

  /**
   * Steps the state, turns the gradient g into the update, and returns ‖D‖² if the update
   * {@linkplain Update#measuresTrace wants} it, otherwise 0.
   *
   * @param direction how d follows from g and the state
   * @param update what becomes of d
   * @param gradient g, overwritten by the update
   */
  double step(Direction direction, Update update, FlatVector gradient);

  /**
   * Fills a state vector that holds squares, see {@link Direction#squares}.
   *
   * @param vector the vector's number
   * @param value the average or sum of squares that it shall hold, at least 0; the maximum of the
   *     data type if it is larger, since a decay of 0 makes NaN of infinity
   */
  void fillSquares(int vector, double value);

  /**
   * Turns the update of a step that was taken with other hyperparameters into that of the exact
   * ones, to first order in their change, and exactly in the step size.
   *
   * @param change the update, overwritten
   * @param taken what made it
   * @param exact what should have made it
   * @param partialFactors for each partial derivative ∂d/∂φ, in order, the exact step size times
   *     the change of φ
   */
  default void correct(FlatVector change, Update taken, Update exact, double[] partialFactors) {
    taken.forget(change, this);
    exact.rescale(taken.stepSize(), change, this);
    for (int i = 0; i < partialFactors.length; i++) {
      add(change, firstPartial() + i, partialFactors[i]);
    }
    exact.remember(change, this);
  }

  /** The place of the partial derivatives among the state vectors. */
  int firstPartial();
}
