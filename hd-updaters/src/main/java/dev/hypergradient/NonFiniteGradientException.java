package dev.hypergradient;

/**
 * Thrown when the gradient has been NaN or infinite for too many iterations in a row. Parameters,
 * updater state and learning rate are those of the last finite iteration; the message says what the
 * learning rate was, and what to change.
 */
public final class NonFiniteGradientException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * The end of a training.
   *
   * @param message how many steps were skipped, what was wrong with the last, the learning rate,
   *     and what to change
   */
  public NonFiniteGradientException(String message) {
    super(message);
  }
}
