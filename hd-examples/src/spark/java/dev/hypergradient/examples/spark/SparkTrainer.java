package dev.hypergradient.examples.spark;

import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.training.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a plan on Spark, and writes to the log where each averaging's learning rate comes
 * from.
 */
public final class SparkTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(SparkTrainer.class);

  private final AveragingPlan plan;
  private final CollectionAccumulator<WorkerStep> steps;
  private final SparkDl4jMultiLayer cluster;
  private final JavaRDD<DataSet> batches;
  private final List<RateAveraging> lineage = new ArrayList<>();

  /** A trainer of a new network; equal plans begin with equal weights. */
  public SparkTrainer(JavaSparkContext context, AveragingPlan plan) {
    this.plan = plan;
    steps = context.sc().collectionAccumulator("learning rates");
    cluster =
        new SparkDl4jMultiLayer(
            context, Trainer.network(plan.training()), plan.master(new StepRecorder(steps)));
    batches = context.parallelize(batches(plan), plan.workers());
  }

  /** Trains, and calls the listener with the number of each epoch, from 1, when it ends. */
  public void train(IntConsumer epochListener) {
    for (int epoch = 1; epoch <= plan.training().epochs(); epoch++) {
      cluster.fit(batches);
      for (RateAveraging averaging : RateAveraging.of(steps.value())) {
        lineage.add(averaging);
        LOG.info("averaging {}: {}", lineage.size(), averaging);
      }
      steps.reset();
      epochListener.accept(epoch);
    }
  }

  /** The driver's network. */
  public MultiLayerNetwork network() {
    return cluster.getNetwork();
  }

  /** The learning rate in the updater's state of the driver's network. */
  public double learningRate() {
    return StepRecorder.learningRate(network());
  }

  /** Where the learning rate comes from: all averagings up to now. */
  public List<RateAveraging> lineage() {
    return List.copyOf(lineage);
  }

  /**
   * The training images in random order; whole batches only, which DL4J divides among the workers.
   */
  private static List<DataSet> batches(AveragingPlan plan) {
    Batches images = plan.training().data().trainBatches();
    List<Integer> shuffled =
        IntStream.range(0, images.count()).boxed().collect(Collectors.toList());
    Collections.shuffle(shuffled, new Random(plan.training().seed()));
    int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
    int size = plan.training().batchSize();
    return IntStream.range(0, order.length / size)
        .mapToObj(i -> images.batch(order, i * size, (i + 1) * size))
        .toList();
  }
}
