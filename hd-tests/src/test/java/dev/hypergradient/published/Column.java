package dev.hypergradient.published;

/** The columns of a training log that are compared; α is the learning rate. */
enum Column {
  /** Mean cross-entropy of the batch, without L2, before the step. */
  LOSS("Loss"),
  /** Mean of {@link #LOSS} over an epoch. */
  LOSS_EPOCH("LossEpoch"),
  /** Mean cross-entropy of the test images, without L2, after an epoch. */
  VALID_LOSS_EPOCH("ValidLossEpoch"),
  /** α of the step. */
  ALPHA("Alpha"),
  /** Mean of {@link #ALPHA} over an epoch. */
  ALPHA_EPOCH("AlphaEpoch");

  private final String header;

  Column(String header) {
    this.header = header;
  }

  /** The name in the authors' files. */
  @Override
  public String toString() {
    return header;
  }
}
