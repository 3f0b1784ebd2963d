package dev.hypergradient.everywhere;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.trainer.Trainer;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains a network by a {@link ParallelWrapper} of two workers, which take minibatches in turn.
 *
 * <p>The first worker trains the network itself, the second a copy, and DL4J does not let the first
 * wait until that copy is complete. Here the first minibatch is held back until then, so that the
 * result can be foretold.
 */
final class TwoWorkers {

  private static final int WORKERS = 2;

  private TwoWorkers() {}

  /** Trains on the minibatches, an even number of them for both workers to have equally many. */
  static void fit(
      Model network, Consumer<ParallelWrapper.Builder<Model>> options, List<DataSet> batches)
      throws Exception {
    network.addListeners(new BaseTrainingListener() {}); // a worker has it when its copy is ready
    ParallelWrapper.Builder<Model> builder = new ParallelWrapper.Builder<>(network);
    builder.workers(WORKERS);
    builder.prefetchBuffer(0);
    options.accept(builder);
    try (ParallelWrapper wrapper = builder.build()) {
      Iterator<DataSet> minibatches = batches.iterator();
      wrapper.fit(
          new ExistingDataSetIterator(
              new Iterator<DataSet>() {
                @Override
                public boolean hasNext() {
                  return minibatches.hasNext();
                }

                @Override
                public DataSet next() {
                  awaitCopies(wrapper, network);
                  return minibatches.next();
                }
              }));
    }
  }

  private static void awaitCopies(ParallelWrapper wrapper, Model network) {
    Trainer[] workers = wrapper.getZoo();
    for (int i = 0; i < WORKERS; i++) {
      while (!isReady(workers[i].getModel(), i == 0, network)) {
        LockSupport.parkNanos(100_000);
      }
    }
  }

  private static boolean isReady(Model model, boolean first, Model network) {
    return model != null && (model == network) == first && !listeners(model).isEmpty();
  }

  private static Collection<TrainingListener> listeners(Model model) {
    return model instanceof ComputationGraph graph
        ? graph.getListeners()
        : ((MultiLayerNetwork) model).getListeners();
  }
}
