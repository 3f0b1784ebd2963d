package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** What DL4J's users see of the learned rate, and how they change it. */
class LiveLearningRateTest {

  @ParameterizedTest
  // What these learn is the square root or the logarithm: the rate's change depends on the rate.
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RMS_PROP|.*_FREE")
  void startsFromZero(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.threeBlocks(kind.usual(options -> options.learningRate(0)));
    assertThat(network.getLearningRate(0)).isZero();
    INDArray weights = network.getLayer(0).getParam("W").dup();
    network.fit(Networks.batch(0));
    assertThat(network.getLearningRate(0)).isZero();
    assertThat(network.getLayer(0).getParam("W")).isEqualTo(weights);
    network.fit(Networks.batch(0));
    assertThat(network.getLearningRate(0)).isPositive();
    assertThat(network.getLayer(0).getParam("W")).isNotEqualTo(weights);
  }

  @ParameterizedTest
  @EnumSource
  void graphShowsIt(UpdaterKind kind) {
    ComputationGraph network = Networks.graph(kind.usual());
    for (int i = 0; i < 3; i++) {
      network.fit(Networks.batch(i));
    }
    assertThat(network.getLearningRate("left"))
        .isNotEqualTo(kind.usualRate)
        .isEqualTo(network.getLearningRate("right"))
        .isEqualTo(network.getLearningRate("out"));
  }

  @ParameterizedTest
  // What these learn is the square root or the logarithm: the rate's change depends on the rate.
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RMS_PROP|.*_FREE")
  void setLearningRateMeansContinueFrom(UpdaterKind kind) {
    MultiLayerNetwork network = trained(kind.usual());
    MultiLayerNetwork untouched = trained(kind.usual());
    double learned = untouched.getLearningRate(0);
    double rate = 3 * kind.usualRate;
    network.setLearningRate(rate);
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      assertThat(network.getLearningRate(layer)).isEqualTo(rate);
    }

    network.fit(Networks.batch(9));
    untouched.fit(Networks.batch(9));
    // With equal gradients and previous directions the rates change equally.
    double change = untouched.getLearningRate(0) - learned;
    assertThat(change).isNotZero();
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      assertThat(network.getLearningRate(layer)).isCloseTo(rate + change, within(1e-15));
    }
    network.fit(Networks.batch(10));
    assertThat(network.getLearningRate(0)).isNotEqualTo(rate).isBetween(0.8 * rate, 1.2 * rate);
  }

  @Test
  void setLearningRateToTheInitialRateCounts() {
    MultiLayerNetwork network = trained(UpdaterKind.SGD.usual());
    double initial = UpdaterKind.SGD.usualRate;
    assertThat(network.getLearningRate(0)).isNotEqualTo(initial);
    network.setLearningRate(initial);
    assertThat(network.getLearningRate(0)).isEqualTo(initial);
    MultiLayerNetwork clone = network.clone();
    network.fit(Networks.batch(5));
    clone.fit(Networks.batch(5));
    assertThat(Networks.learningRate(network))
        .isNotEqualTo(initial)
        .isEqualTo(Networks.learningRate(clone));
    assertThat(clone.params()).isEqualTo(network.params());
  }

  @Test
  void setLearningRateRefusesNegativeRates() {
    MultiLayerNetwork network = trained(UpdaterKind.SGD.usual());
    assertThatThrownBy(() -> network.setLearningRate(-0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learningRate must be finite and not negative, got -0.5");
  }

  /** θ moves by s·α·d, and everyone sees s·α. */
  @ParameterizedTest
  // What these learn is the square root or the logarithm: the rate's change depends on the rate.
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RMS_PROP|.*_FREE")
  void scheduleMultipliesTheLearnedRate(UpdaterKind kind) {
    ISchedule half = new MapSchedule.Builder(ScheduleType.ITERATION).add(0, 0.5).build();
    MultiLayerNetwork scheduled =
        Networks.threeBlocks(kind.usual(options -> options.learningRateSchedule(half)));
    MultiLayerNetwork halved = Networks.threeBlocks(halved(kind));
    for (int i = 0; i < 10; i++) {
      scheduled.fit(Networks.batch(i));
      halved.fit(Networks.batch(i));
      assertThat(scheduled.getLearningRate(0)).isCloseTo(halved.getLearningRate(0), within(1e-13));
    }
    assertThat(scheduled.params().sub(halved.params()).amaxNumber().doubleValue())
        .isLessThan(1e-12);
  }

  /**
   * With the constant factor s the rate s·α obeys the unscheduled rule with hyper learning rate
   * s²β: s α_t = s α_{t−1} + s β (s g_t · d_{t−1}).
   */
  private static HypergradientUpdater halved(UpdaterKind kind) {
    return kind.builder()
        .learningRate(kind.usualRate / 2)
        .hyperLearningRate(kind.usualHyperRate / 4)
        .build();
  }

  @Test
  void scheduleSetLaterKeepsTheLearnedRate() {
    MultiLayerNetwork network = trained(UpdaterKind.SGD.usual());
    double learned = network.getLearningRate(0);
    network.setLearningRate(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 100));
    assertThat(network.getLearningRate(0)).isCloseTo(0.1 * learned, within(1e-15));
    network.fit(Networks.batch(4));
    assertThat(network.getLearningRate(0)).isBetween(0.05 * learned, 0.2 * learned);
  }

  @Test
  void scheduleThatReturnsNanIsRefused() {
    MultiLayerNetwork network =
        Networks.mlp(
            SgdHd.builder()
                .hyperLearningRate(0.1)
                .learningRateSchedule(
                    new StepSchedule(ScheduleType.ITERATION, Double.NaN, 0.5, 100))
                .build());
    assertThatThrownBy(() -> network.fit(Networks.batch(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "learningRateSchedule at iteration 0, epoch 0 must be finite, got NaN");
  }

  @Test
  void boundsHold() {
    MultiLayerNetwork network =
        Networks.mlp(
            SgdHd.builder()
                .hyperLearningRate(1)
                .learningRate(0.1)
                .minLearningRate(0.05)
                .maxLearningRate(0.2)
                .build());
    double min = 1;
    double max = 0;
    for (int i = 0; i < 60; i++) {
      network.fit(Networks.batch(i % 3));
      min = Math.min(min, network.getLearningRate(0));
      max = Math.max(max, network.getLearningRate(0));
    }
    assertThat(max).isEqualTo(0.2);
    assertThat(min).isEqualTo(0.05);
  }

  /** δ is 1 in the first iteration, 1/4 in the second, 1/9 in the third. */
  @Test
  void theRateOnItsWayToTheFinalOneIsShown() {
    MultiLayerNetwork network =
        Networks.mlp(
            SgdHd.builder().hyperLearningRate(0).learningRate(0.9).finalLearningRate(0.1).build());
    double[] expected = {0.1 + 0.8, 0.1 + 0.8 / 4, 0.1 + 0.8 / 9};
    for (int i = 0; i < expected.length; i++) {
      INDArray before = network.params().dup();
      // DL4J asks for the iteration to come.
      assertThat(network.getLearningRate(0)).isCloseTo(expected[i], within(1e-15));
      network.fit(Networks.batch(0));
      INDArray gradient = gradientAt(network, before);
      INDArray moved = before.sub(network.params());
      assertThat(moved.distance2(gradient.mul(expected[i]))).isLessThan(1e-14);
    }
  }

  /** The gradient of the batch that was trained on last, averaged, as updaters see it. */
  private static INDArray gradientAt(MultiLayerNetwork network, INDArray params) {
    MultiLayerNetwork copy = network.clone();
    copy.setParams(params);
    copy.setInput(Networks.batch(0).getFeatures());
    copy.setLabels(Networks.batch(0).getLabels());
    copy.computeGradientAndScore();
    return copy.gradient().gradient().div(Networks.batch(0).numExamples());
  }

  /**
   * The configuration shows the network that trained last; training itself is never mixed up. (Adam
   * would differ for another reason: DL4J keeps the iteration count in the shared configuration.)
   */
  @Test
  void networksThatShareAConfigurationDoNotMix() {
    MultiLayerConfiguration shared =
        Networks.threeBlocks(UpdaterKind.NESTEROVS.usual()).getLayerWiseConfigurations();
    MultiLayerNetwork one = new MultiLayerNetwork(shared);
    MultiLayerNetwork two = new MultiLayerNetwork(shared);
    one.init();
    two.init();
    MultiLayerNetwork alone = Networks.threeBlocks(UpdaterKind.NESTEROVS.usual());
    for (int i = 0; i < 10; i++) {
      two.fit(Networks.batch(100 + i));
      one.fit(Networks.batch(i));
      alone.fit(Networks.batch(i));
      assertThat(one.getLearningRate(0)).isEqualTo(Networks.learningRate(one));
    }
    assertThat(Networks.learningRate(one)).isEqualTo(Networks.learningRate(alone));
    assertThat(one.params()).isEqualTo(alone.params());
    assertThat(two.params()).isNotEqualTo(alone.params());
  }

  @Test
  void learnedRateIsNotInTheConfiguration() {
    MultiLayerNetwork network = trained(UpdaterKind.SGD.usual());
    String json = network.getLayerWiseConfigurations().toJson();
    assertThat(json).contains("\"learningRate\" : " + UpdaterKind.SGD.usualRate);
    assertThat(json).doesNotContain(network.getLearningRate(0).toString());
  }

  private static MultiLayerNetwork trained(HypergradientUpdater updater) {
    MultiLayerNetwork network = Networks.threeBlocks(updater);
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
    return network;
  }
}
