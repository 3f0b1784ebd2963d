package dev.hypergradient.published;

import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.data.Dataset;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;

/** Trains by all published methods at once, so that each batch is made only once. */
final class SideBySideTraining {
  private static final int BATCH_SIZE = 128;

  private final Map<PublishedMethod, LogisticRegressionRun> runs =
      new EnumMap<>(PublishedMethod.class);
  private final PublishedStart start;
  private final Batches train;
  private final DataSet test;

  private SideBySideTraining(PublishedStart start, Dataset data) {
    this.start = start;
    train = data.trainBatches();
    Batches testImages = data.testBatches();
    int[] everyImage = IntStream.range(0, testImages.count()).toArray();
    test = testImages.batch(everyImage, 0, everyImage.length);
    for (PublishedMethod method : PublishedMethod.values()) {
      runs.put(method, new LogisticRegressionRun(start.parameters(), method.updater()));
    }
  }

  /** The logs of the runs, as long as those of the authors. */
  static Map<PublishedMethod, TrainingLog> train(PublishedStart start, Dataset data) {
    SideBySideTraining training = new SideBySideTraining(start, data);
    training.run();
    Map<PublishedMethod, TrainingLog> logs = new EnumMap<>(PublishedMethod.class);
    training.runs.forEach((method, run) -> logs.put(method, run.log()));
    return logs;
  }

  private void run() {
    DataSet first = train.batch(start.order(0), 0, BATCH_SIZE);
    runs.values().forEach(run -> run.begin(first, test));
    for (int epoch = 1; epoch <= start.epochs(); epoch++) {
      runEpoch(start.order(epoch));
    }
  }

  private void runEpoch(int[] order) {
    for (int from = 0; from < order.length; from += BATCH_SIZE) {
      DataSet batch = train.batch(order, from, Math.min(from + BATCH_SIZE, order.length));
      runs.values().forEach(run -> run.step(batch));
    }
    runs.values().forEach(run -> run.endEpoch(test));
  }
}
