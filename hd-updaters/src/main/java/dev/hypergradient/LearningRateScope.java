package dev.hypergradient;

/** The set of parameters that share one learned learning rate. */
public enum LearningRateScope {
  /**
   * One learning rate for all parameters of the network whose updaters are configured alike,
   * however DL4J splits them into blocks.
   */
  NETWORK,

  /**
   * One learning rate for each layer, all its parameters together, unless its biases have an
   * updater of their own.
   *
   * <p>What tells layers apart is that DL4J's builders clone the network's updater for each of
   * them. A clone therefore does not equal its original in this scope, so that each layer is a
   * block of its own. Layers that are given one instance share a learning rate if they are
   * neighbours: by the {@code updater(..)} of their own builders, or by a fine-tuning configuration
   * of transfer learning.
   *
   * <p>SameDiff knows no layers: its variables share one learning rate as in {@link #NETWORK}.
   */
  LAYER
}
