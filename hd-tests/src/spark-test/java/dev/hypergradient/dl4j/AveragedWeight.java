package dev.hypergradient.dl4j;

import java.util.List;

/**
 * What averaging must do to a network of one weight w that is trained with Adam-HD, computed by
 * hand.
 *
 * <p>A batch is a number of pairs (x, y) with the loss mean (w x − y)², so that g = mean 2 (w x −
 * y) x; the steps are those of {@code AdamHd}.
 */
final class AveragedWeight {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double initialRate;
  private final double hyperLearningRate;
  private final boolean saveUpdater;
  private double weight;
  private State state;
  private int iteration;

  /** A worker's updater state: learning rate, direction and moments. */
  private record State(double rate, double direction, double m, double v) {}

  /** Where a worker arrives. */
  private record Worker(double weight, State state) {}

  AveragedWeight(double weight, double initialRate, double hyperLearningRate, boolean saveUpdater) {
    this.weight = weight;
    this.initialRate = initialRate;
    this.hyperLearningRate = hyperLearningRate;
    this.saveUpdater = saveUpdater;
    state = new State(initialRate, 0, 0, 0);
  }

  /** Each worker takes its steps, one batch after the other, and all of them are averaged. */
  void train(List<List<double[][]>> batchesOfWorkers) {
    List<Worker> workers = batchesOfWorkers.stream().map(this::work).toList();
    double n = workers.size();
    weight = workers.stream().mapToDouble(Worker::weight).sum() / n;
    List<State> states = workers.stream().map(Worker::state).toList();
    state =
        saveUpdater
            ? new State(
                states.stream().mapToDouble(State::rate).sum() / n,
                states.stream().mapToDouble(State::direction).sum() / n,
                states.stream().mapToDouble(State::m).sum() / n,
                states.stream().mapToDouble(State::v).sum() / n)
            : new State(initialRate, 0, 0, 0);
    iteration += batchesOfWorkers.get(0).size();
  }

  double weight() {
    return weight;
  }

  double learningRate() {
    return state.rate();
  }

  private Worker work(List<double[][]> batches) {
    double w = weight;
    double rate = state.rate();
    double direction = state.direction();
    double m = state.m();
    double v = state.v();
    int t = iteration;
    for (double[][] batch : batches) {
      double g = 0;
      for (double[] pair : batch) {
        g += 2 * (w * pair[0] - pair[1]) * pair[0] / batch.length;
      }
      t++;
      rate += hyperLearningRate * g * direction;
      m = BETA1 * m + (1 - BETA1) * g;
      v = BETA2 * v + (1 - BETA2) * g * g;
      double correction = Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t));
      direction = m / (Math.sqrt(v) + EPSILON) * correction;
      w -= rate * direction;
    }
    return new Worker(w, new State(rate, direction, m, v));
  }
}
