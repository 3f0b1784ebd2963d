package dev.hypergradient.experiments.study;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.ReusedBatch;
import dev.hypergradient.examples.training.Evaluation;
import dev.hypergradient.examples.training.ImageOrder;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains one run, with as little as possible between the steps. */
final class RunTrainer {
  private final StudyRun run;
  private final MultiLayerNetwork network;
  private final Batches train;
  private final Batches test;
  private final Supplier<int[]> orders;
  private final RateRecorder rates;
  private double tenthLoss = Double.POSITIVE_INFINITY;

  private RunTrainer(StudyRun run, Dataset data) {
    this.run = run;
    Setting setting = run.setting();
    network =
        setting
            .problem()
            .architecture()
            .create(
                data.shape(),
                data.classes(),
                run.method().updater(setting, run.rate()),
                0,
                run.seed());
    train = data.trainBatches();
    test = data.testBatches();
    orders = ImageOrder.shuffled().epochs(train.count(), run.seed());
    rates = new RateRecorder(run.steps());
  }

  /** Trains a new network; equal seeds give equal weights and orders, whatever the method. */
  static StudyResult train(StudyRun run, Dataset data) {
    return new RunTrainer(run, data).train();
  }

  private StudyResult train() {
    long start = System.nanoTime();
    double loss = takeSteps() ? trainingLoss() : Double.POSITIVE_INFINITY;
    boolean finite = Double.isFinite(loss);
    double accuracy = finite ? Evaluation.of(network, test).accuracy() : 0;
    return new StudyResult(
        run,
        loss,
        tenthLoss,
        accuracy,
        finite && skippedSteps() == 0,
        rates.min(),
        rates.max(),
        rates.last(),
        (System.nanoTime() - start) * 1e-9,
        run.method() == StudyMethod.PARAMETER_FREE ? rates.points() : List.of());
  }

  /** Takes steps up to the first whose loss is not finite; returns whether there was none. */
  private boolean takeSteps() {
    try {
      int batchSize = run.setting().batchSize();
      ReusedBatch batch = train.reused(batchSize);
      int[] images = orders.get();
      int from = 0;
      for (int step = 1; step <= run.steps(); step++) {
        if (from + batchSize > images.length) {
          images = orders.get();
          from = 0;
        }
        network.fit(batch.fill(images, from));
        from += batchSize;
        rates.add(step, learningRate());
        if (!Double.isFinite(network.score())) {
          return false;
        }
        if (step == run.tenth()) {
          tenthLoss = trainingLoss();
        }
      }
      return true;
    } catch (NonFiniteGradientException e) {
      return false;
    }
  }

  private double learningRate() {
    Double rate = network.getLearningRate(0);
    return rate == null ? Double.NaN : rate;
  }

  private long skippedSteps() {
    return run.method().learnsRate() ? Hypergradients.of(network).getSkippedSteps() : 0;
  }

  /** Infinite if it or a parameter is not finite: rectified units may hide a parameter. */
  private double trainingLoss() {
    double loss = Evaluation.of(network, train).loss();
    double parameters = network.params().norm1Number().doubleValue();
    return Double.isFinite(loss + parameters) ? loss : Double.POSITIVE_INFINITY;
  }
}
