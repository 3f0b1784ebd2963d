package dev.hypergradient.experiments.study;

import java.util.List;
import java.util.Objects;

/**
 * The result of a run.
 *
 * @param initialLoss of the training examples before the first step
 * @param tenthLoss of the training examples after the first tenth of the steps
 * @param loss of the training examples after the last step; infinite if the run diverged
 * @param averagedLoss the same at 0.9 times the mean of the parameters after all steps and 0.1
 *     times those after the last; NaN unless the rate was constant
 * @param accuracy share of test examples classified rightly, 0 to 1; 0 if the run diverged; NaN if
 *     this is no classification
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
    double initialLoss,
    double tenthLoss,
    double loss,
    double averagedLoss,
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
