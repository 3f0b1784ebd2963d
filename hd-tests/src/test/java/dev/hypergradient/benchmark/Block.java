package dev.hypergradient.benchmark;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** An updater as DL4J drives it, for a network that is a single block of parameters. */
final class Block {
  private final GradientUpdater<?> updater;
  private int iteration;

  Block(IUpdater configuration, int parameters) {
    long size = configuration.stateSize(parameters);
    INDArray state = size == 0 ? null : Nd4j.createUninitialized(DataType.FLOAT, size);
    updater = configuration.instantiate(state, true);
  }

  /** Refreshes the gradient and turns it into an update. */
  void step(Gradient gradient) {
    gradient.refresh();
    updater.applyUpdater(gradient.view(), iteration, 0);
    iteration++;
  }
}
