package dev.hypergradient.examples.training;

/**
 * One row of a training record, with the columns of the hypergradient authors' logs; NaN where a
 * column has no value.
 *
 * @param epoch 0 before training, then from 1
 * @param iteration 0 before training, then from 2: as the authors do, the row of a step has the
 *     number of the next step
 * @param time seconds since training began, validation included
 * @param loss mean cross-entropy of the step's batch, without L2, before the step
 * @param lossEpoch mean of {@code loss} over the epoch, on its last row
 * @param validLossEpoch mean cross-entropy of the test images, on the last row of an epoch
 * @param alpha learning rate of the step
 * @param alphaEpoch mean of {@code alpha} over the epoch, on its last row
 * @param beta hyper learning rate
 */
public record TrainingRow(
    int epoch,
    int iteration,
    double time,
    double loss,
    double lossEpoch,
    double validLossEpoch,
    double alpha,
    double alphaEpoch,
    double beta) {

  /** Whether this row ends an epoch or is the one before training. */
  public boolean endsEpoch() {
    return !Double.isNaN(alphaEpoch);
  }
}
