package dev.hypergradient.kernel;

/**
 * The work of an updater step that grows with the number of parameters.
 *
 * <p>A kernel belongs to one block and works on its state vectors: the trace D of the directions d,
 * what the updater itself remembers, and the partial derivatives ∂d/∂φ; see {@link Step}. All
 * vectors have one length and one floating point data type. An instance is not thread-safe.
 */
public interface Kernel {

  /** The place of g · D among the {@link #products}. */
  int GRADIENT_TRACE = 0;

  /** The place of ‖g‖². */
  int GRADIENT_SQUARED = 1;

  /** The place of ‖D‖². */
  int TRACE_SQUARED = 2;

  /** The place of the first g · ∂d/∂φ; those of the other φ follow. */
  int GRADIENT_PARTIALS = 3;

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
   * Turns the gradient g into the update α·d, and goes on with the trace.
   *
   * @param step how d follows from g and the state
   * @param gradient g, overwritten by α·d
   * @param trace what becomes of the trace
   * @param learningRate α
   * @return ‖d‖² if the trace is a displacement; otherwise 0, the next {@link #products} have it
   */
  double step(Step step, FlatVector gradient, Trace trace, double learningRate);

  /**
   * Fills a state vector that holds squares, see {@link Step#squares}.
   *
   * @param vector the vector's number
   * @param value the average or sum of squares that it shall hold, at least 0
   */
  void fillSquares(int vector, double value);

  /**
   * Adds a multiple of a state vector to the update.
   *
   * @param update u, overwritten by u + factor·x
   * @param vector the number of x
   * @param factor a finite number
   */
  void add(FlatVector update, int vector, double factor);
}
