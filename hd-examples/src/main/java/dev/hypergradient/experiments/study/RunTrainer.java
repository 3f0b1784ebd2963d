package dev.hypergradient.experiments.study;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.training.ImageOrder;
import dev.hypergradient.experiments.study.task.Task;
import dev.hypergradient.experiments.study.task.Trainee;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;

/** Trains one run, with as little as possible between the steps. */
final class RunTrainer {
  /**
   * The average's share in the parameters that are evaluated, the one of the parameter-free rule.
   */
  private static final double SHARE = 0.9;

  private final StudyRun run;
  private final Trainee trainee;
  private final Model network;
  private final Supplier<int[]> orders;
  private final RateRecorder rates;
  private final ParameterAverage average;
  private double tenthLoss = Double.POSITIVE_INFINITY;

  private RunTrainer(StudyRun run, Task task) {
    this.run = run;
    trainee = task.create(run.method().updater(run), run.seed());
    network = trainee.network();
    orders = ImageOrder.shuffled().epochs(task.count(), run.seed());
    rates = new RateRecorder(run.steps());
    average = new ParameterAverage(network);
  }

  /** Trains a new network; equal seeds give equal weights and orders, whatever the method. */
  static StudyResult train(StudyRun run, Task task) {
    return new RunTrainer(run, task).train();
  }

  private StudyResult train() {
    long start = System.nanoTime();
    double initialLoss = trainingLoss();
    double loss = takeSteps() ? trainingLoss() : Double.POSITIVE_INFINITY;
    boolean finite = Double.isFinite(loss);
    double accuracy = finite ? trainee.testAccuracy() : 0;
    boolean withoutSkips = finite && skippedSteps() == 0;
    return new StudyResult(
        run,
        initialLoss,
        tenthLoss,
        loss,
        finite ? averagedLoss() : loss,
        accuracy,
        withoutSkips,
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
      int[] order = orders.get();
      int from = 0;
      for (int step = 1; step <= run.steps(); step++) {
        if (from + batchSize > order.length) {
          order = orders.get();
          from = 0;
        }
        trainee.fit(order, from, batchSize);
        from += batchSize;
        rates.add(step, learningRate());
        if (!Double.isFinite(network.score())) {
          return false;
        }
        if (run.method() == StudyMethod.CONSTANT) {
          average.add();
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
    return run.method().learnsRate() ? Hypergradients.of(network).getLearningRate() : run.rate();
  }

  private long skippedSteps() {
    return run.method().learnsRate() ? Hypergradients.of(network).getSkippedSteps() : 0;
  }

  private double averagedLoss() {
    if (run.method() != StudyMethod.CONSTANT) {
      return Double.NaN;
    }
    average.moveTowards(SHARE);
    return trainingLoss();
  }

  /** Infinite if it or a parameter is not finite: rectified units may hide a parameter. */
  private double trainingLoss() {
    double loss = trainee.trainingLoss();
    double parameters = network.params().norm1Number().doubleValue();
    return Double.isFinite(loss + parameters) ? loss : Double.POSITIVE_INFINITY;
  }
}
