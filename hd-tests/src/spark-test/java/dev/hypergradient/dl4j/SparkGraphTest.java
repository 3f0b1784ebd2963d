package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.LocalSpark;
import dev.hypergradient.fixtures.Networks;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

/** DL4J has code of its own for graphs on Spark. */
class SparkGraphTest {

  private static final int WORKERS = 2;
  private static final int STEPS = 3;

  /** A mean of two doubles, rounded once. */
  private static final double ROUNDING = 1e-15;

  /** Expected values: clones trained on the partitions, without Spark. */
  @Test
  void rateIsTheMeanOfTheWorkers() {
    List<DataSet> batches = IntStream.range(0, WORKERS * STEPS).mapToObj(Networks::batch).toList();
    ComputationGraph network = Networks.graph(new SgdHd(0.1, 1e-2));
    ComputationGraph one = trained(network.clone(), batches.subList(0, STEPS));
    ComputationGraph two = trained(network.clone(), batches.subList(STEPS, WORKERS * STEPS));

    try (JavaSparkContext context = LocalSpark.start(WORKERS)) {
      new SparkComputationGraph(
              context, network, LocalSpark.averaging(WORKERS, Networks.EXAMPLES, STEPS, true))
          .fit(context.parallelize(batches, WORKERS));
    }

    assertThat(rate(one)).isNotEqualTo(rate(two));
    assertThat(rate(network)).isCloseTo((rate(one) + rate(two)) / 2, within(ROUNDING));
    assertThat(network.params().distance2(one.params().add(two.params()).div(WORKERS)))
        .isLessThan(ROUNDING * network.numParams());
  }

  private static ComputationGraph trained(ComputationGraph network, List<DataSet> batches) {
    batches.forEach(network::fit);
    return network;
  }

  private static double rate(ComputationGraph network) {
    return Hypergradients.of(network).getLearningRate();
  }
}
