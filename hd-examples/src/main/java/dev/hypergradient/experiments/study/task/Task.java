package dev.hypergradient.experiments.study.task;

import org.nd4j.linalg.learning.config.IUpdater;

/** Examples to train on, and a kind of network for them. */
public interface Task {
  /** Number of training examples. */
  int count();

  /**
   * A new network.
   *
   * @param updater trains all its parameters
   * @param seed equal ones give equal initial weights, whatever the updater
   */
  Trainee create(IUpdater updater, long seed);
}
