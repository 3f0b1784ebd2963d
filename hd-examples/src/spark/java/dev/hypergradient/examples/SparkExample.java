package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.ExampleCommand;
import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.examples.spark.AveragingPlan;
import dev.hypergradient.examples.spark.SparkTrainer;
import dev.hypergradient.examples.training.LearningRateFormat;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a multi-layer perceptron on Apache Spark, with averaging of the workers. */
@Command(
    name = "SparkExample",
    description = {
      "Trains a perceptron with two hidden layers of 1,000 units with adam-hd from learning rate 0"
          + " on Apache Spark, by DL4J's ParameterAveragingTrainingMaster. The log tells where the"
          + " learning rate comes from after each averaging: what the workers began with, what each"
          + " arrived at, and the mean.",
      "",
      "The master is local, with a thread for each worker, unless spark-submit names another."
    })
public final class SparkExample extends ExampleCommand {
  private static final double L2 = 1e-4;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Workers that train side by side. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--frequency",
      paramLabel = "N",
      defaultValue = "5",
      description = "Steps of each worker between two averagings. Default: ${DEFAULT-VALUE}.")
  private int frequency;

  @Option(
      names = "--save-updater",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Average the updater's state as well; DL4J's own default is not to, and the learning rate"
              + " starts again from 0 after every averaging. Default: ${DEFAULT-VALUE}.")
  private boolean saveUpdater;

  @Option(
      names = "--hyper-lr",
      paramLabel = "RATE",
      defaultValue = "1e-7",
      converter = NumberTypes.NonNegative.class,
      description = "Learning rate of the learning rate. Default: ${DEFAULT-VALUE}.")
  private double hyperLearningRate;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Passes over the training images. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Images of each worker's step. Default: ${DEFAULT-VALUE}.")
  private int batch;

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new SparkExample().execute(args));
  }

  @Override
  protected void run() throws IOException {
    Dataset data = load();
    AveragingPlan plan = plan(data);
    try (JavaSparkContext context = new JavaSparkContext(settings())) {
      SparkTrainer trainer = new SparkTrainer(context, plan);
      DataSet test = all(data.testBatches());
      TextTable table = new TextTable("epoch", "learning rate", "test loss", "test accuracy");
      trainer.train(epoch -> table.add(row(epoch, trainer, test)));
      out().printf("%n%s", table);
    }
  }

  private SparkConf settings() {
    SparkConf settings = new SparkConf().setAppName("SparkExample");
    if (!settings.contains("spark.master")) {
      settings
          .setMaster("local[" + workers + "]")
          .set("spark.driver.host", "localhost")
          .set("spark.ui.enabled", "false");
    }
    return settings;
  }

  private AveragingPlan plan(Dataset data) {
    try {
      return new AveragingPlan(
          new TrainingPlan(
              MlpExample::network,
              data,
              UpdaterName.ADAM_HD.with(0, hyperLearningRate, 0),
              L2,
              epochs,
              batch,
              seed()),
          workers,
          frequency,
          saveUpdater);
    } catch (IllegalArgumentException e) {
      throw wrongOption(e.getMessage());
    }
  }

  private static DataSet all(Batches images) {
    int[] order = IntStream.range(0, images.count()).toArray();
    return images.batch(order, 0, order.length);
  }

  private static String[] row(int epoch, SparkTrainer trainer, DataSet test) {
    MultiLayerNetwork network = trainer.network();
    double accuracy = network.evaluate(new ExistingDataSetIterator(List.of(test))).accuracy();
    return new String[] {
      Integer.toString(epoch),
      LearningRateFormat.format(trainer.learningRate()),
      String.format(Locale.ROOT, "%.4f", network.score(test)),
      String.format(Locale.ROOT, "%.2f %%", 100 * accuracy)
    };
  }
}
