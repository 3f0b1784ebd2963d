package dev.hypergradient.experiments.study;

import java.util.List;
import java.util.Objects;

/**
 * The result of a run.
 *
 * @param loss mean of the training images after the last step; infinite if the run diverged
 * @param tenthLoss mean of the training images after the first tenth of the steps
 * @param accuracy share of test images classified rightly, 0 to 1; 0 if the run diverged
 * @param finite whether loss, gradients and parameters were finite throughout
 * @param minRate smallest learning rate of all steps; NaN for a method that has no rate
 * @param maxRate largest learning rate of all steps; NaN for a method that has no rate
 * @param finalRate learning rate of the last step; NaN for a method that has no rate
 * @param seconds training and evaluation
 * @param rates of a few steps, evenly over their logarithms, of the parameter-free rule; none of
 *     others
 */
record StudyResult(
    StudyRun run,
    double loss,
    double tenthLoss,
    double accuracy,
    boolean finite,
    double minRate,
    double maxRate,
    double finalRate,
    double seconds,
    List<RatePoint> rates) {
  /** Copies the list; rejects missing parts. */
  StudyResult {
    Objects.requireNonNull(run, "run");
    rates = List.copyOf(rates);
  }
}
