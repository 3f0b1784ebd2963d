package dev.hypergradient.examples.spark;

import dev.hypergradient.examples.training.TrainingPlan;
import java.util.Objects;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;

/**
 * A training plan, and how it is divided among workers.
 *
 * @param workers number that train side by side, at least 1
 * @param frequency steps of each worker between two averagings, at least 1
 * @param saveUpdater whether the updater's state, and with it the learning rate, is averaged too;
 *     else it starts again after every averaging
 */
public record AveragingPlan(
    TrainingPlan training, int workers, int frequency, boolean saveUpdater) {
  /** Rejects a missing plan and counts below 1. */
  public AveragingPlan {
    Objects.requireNonNull(training, "training");
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, got " + workers);
    }
    if (frequency < 1) {
      throw new IllegalArgumentException("frequency must be at least 1, got " + frequency);
    }
  }

  ParameterAveragingTrainingMaster master(StepRecorder recorder) {
    return new ParameterAveragingTrainingMaster.Builder(workers, training.batchSize())
        .batchSizePerWorker(training.batchSize())
        .averagingFrequency(frequency)
        .saveUpdater(saveUpdater)
        .rddTrainingApproach(RDDTrainingApproach.Direct)
        .rngSeed(training.seed())
        .trainingHooks(recorder)
        .build();
  }
}
