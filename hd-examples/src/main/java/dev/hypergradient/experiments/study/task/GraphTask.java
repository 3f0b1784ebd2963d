package dev.hypergradient.experiments.study.task;

import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Examples for a graph of any kind.
 *
 * @param classifies whether the first labels are one-hot, over dimension 1
 */
record GraphTask(Examples train, Examples test, boolean classifies, Factory graphs)
    implements Task {

  /** Makes a graph with its initial weights, the same for equal seeds. */
  @FunctionalInterface
  interface Factory {
    ComputationGraph create(IUpdater updater, long seed);
  }

  @Override
  public int count() {
    return train.count();
  }

  @Override
  public Trainee create(IUpdater updater, long seed) {
    return new GraphTrainee(this, graphs.create(updater, seed));
  }

  private record GraphTrainee(GraphTask task, ComputationGraph graph) implements Trainee {
    private static final int BATCH_SIZE = 500;

    @Override
    public Model network() {
      return graph;
    }

    @Override
    public void fit(int[] order, int from, int size) {
      graph.fit(task.train.batch(order, from, from + size));
    }

    @Override
    public double trainingLoss() {
      return mean(task.train, batch -> graph.score(batch, false));
    }

    @Override
    public double testAccuracy() {
      return task.classifies ? mean(task.test, this::accuracy) : Double.NaN;
    }

    private double accuracy(MultiDataSet batch) {
      INDArray predicted = graph.output(batch.getFeatures())[0].argMax(1);
      return predicted
          .eq(batch.getLabels(0).argMax(1))
          .castTo(predicted.dataType())
          .meanNumber()
          .doubleValue();
    }

    private static double mean(Examples examples, ToDoubleFunction<MultiDataSet> value) {
      int[] order = examples.all();
      double sum = 0;
      for (int from = 0; from < order.length; from += BATCH_SIZE) {
        int to = Math.min(from + BATCH_SIZE, order.length);
        sum += (to - from) * value.applyAsDouble(examples.batch(order, from, to));
      }
      return sum / order.length;
    }
  }
}
