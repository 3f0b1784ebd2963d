package dev.hypergradient;

/** The set of parameters that share one learned learning rate. */
public enum LearningRateScope {
  /**
   * One learning rate for all parameters of the network whose updaters are configured alike,
   * however DL4J splits them into blocks.
   */
  NETWORK,

  /**
   * One learning rate for each of DL4J's updater blocks: runs of consecutive parameters with equal
   * updaters, interrupted by batch normalisation's running statistics, frozen layers and layers
   * with another updater.
   */
  BLOCK
}
