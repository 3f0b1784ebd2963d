package dev.hypergradient;

/**
 * Thrown when an updater state array cannot be what this updater has left behind in this network:
 * it is corrupt, or belongs to another updater or network. The network's parameters are as they
 * were.
 */
public final class UpdaterStateException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * A refused state.
   *
   * @param message what was expected, and what was found
   */
  public UpdaterStateException(String message) {
    super(message);
  }
}
