package dev.hypergradient.internal.block;

import java.util.OptionalDouble;

/** The learning rate of one of several layers, as the others see it. */
interface LayerRate {

  /**
   * α before an iteration that is under way, or else as it stands; nothing if the layer has not
   * trained.
   */
  OptionalDouble learningRateBefore(int iteration, int epoch);
}
