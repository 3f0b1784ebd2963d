package dev.hypergradient.examples.training;

import dev.hypergradient.HypergradientListener;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.examples.data.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Carries out a training plan. */
public final class Trainer {
  private final TrainingPlan plan;
  private final List<TrainingObserver> observers;
  private final MultiLayerNetwork network;
  private final BatchLoss batchLoss = new BatchLoss();
  private final Batches train;
  private final Batches test;
  private final Supplier<int[]> orders;
  private final List<TrainingRow> rows = new ArrayList<>();
  private final List<LiveValues> live = new ArrayList<>();
  private long startNanos;

  private Trainer(TrainingPlan plan, MultiLayerNetwork network, List<TrainingObserver> observers) {
    this.plan = plan;
    this.network = network;
    this.observers = observers;
    train = plan.data().trainBatches();
    test = plan.data().testBatches();
    orders = plan.order().epochs(train.count(), plan.seed());
    network.addListeners(batchLoss);
  }

  /** Trains a new network; equal plans begin with equal weights, whatever their updaters. */
  public static TrainingRecord train(TrainingPlan plan, TrainingObserver... observers) {
    return new Trainer(plan, network(plan), List.of(observers)).run();
  }

  /** A plan's network before its first step; equal plans have equal weights. */
  public static MultiLayerNetwork network(TrainingPlan plan) {
    return plan.architecture()
        .create(
            plan.data().shape(),
            plan.data().classes(),
            plan.updater().updater(),
            plan.l2(),
            plan.seed());
  }

  private TrainingRecord run() {
    observers.forEach(observer -> observer.onStart(network));
    int[] firstBatch = Arrays.copyOf(orders.get(), Math.min(plan.batchSize(), train.count()));
    double loss = Evaluation.of(network, train, firstBatch).loss();
    Evaluation evaluation = Evaluation.of(network, test);
    double rate = network.getLearningRate(0);
    add(0, 0, 0, loss, loss, evaluation.loss(), rate, rate);
    listenToLearning();

    startNanos = System.nanoTime();
    for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
      evaluation = runEpoch(epoch);
      network.incrementEpochCount();
    }
    observers.forEach(observer -> observer.onEnd(network));
    return new TrainingRecord(plan.updater().label(), rows, live, evaluation.accuracy());
  }

  private void listenToLearning() {
    if (Hypergradients.allOf(network).size() == 1) {
      live.add(LiveValues.of(0, Hypergradients.of(network)));
      network.addListeners(
          new HypergradientListener(learned -> live.add(LiveValues.of(nextIteration(), learned))));
    }
  }

  private Evaluation runEpoch(int epoch) {
    int[] images = orders.get();
    int steps = plan.stepsPerEpoch();
    double lossSum = 0;
    double rateSum = 0;
    for (int step = 1; ; step++) {
      int from = (step - 1) * plan.batchSize();
      network.fit(train.batch(images, from, Math.min(from + plan.batchSize(), images.length)));
      double rate = network.getLearningRate(0);
      double loss = batchLoss.last();
      lossSum += loss;
      rateSum += rate;
      if (step == steps) {
        Evaluation evaluation = Evaluation.of(network, test);
        add(
            epoch,
            nextIteration(),
            seconds(),
            loss,
            lossSum / steps,
            evaluation.loss(),
            rate,
            rateSum / steps);
        return evaluation;
      }
      add(epoch, nextIteration(), seconds(), loss, Double.NaN, Double.NaN, rate, Double.NaN);
    }
  }

  /** As the authors count; see {@link TrainingRow}. */
  private int nextIteration() {
    return rows.size() + 1;
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) * 1e-9;
  }

  private void add(
      int epoch,
      int iteration,
      double time,
      double loss,
      double lossEpoch,
      double validLossEpoch,
      double alpha,
      double alphaEpoch) {
    TrainingRow row =
        new TrainingRow(
            epoch,
            iteration,
            time,
            loss,
            lossEpoch,
            validLossEpoch,
            alpha,
            alphaEpoch,
            plan.updater().hyperLearningRate());
    rows.add(row);
    observers.forEach(observer -> observer.onRow(row));
  }
}
