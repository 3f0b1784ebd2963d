package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.UpdaterKind;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * SameDiff: α follows one iteration later, and is one for all variables.
 *
 * <p>The loss is x (½ ‖a‖² + ‖b‖²) with a number x that is fed at each step, so that the gradients
 * are x·a and 2x·b, and a few lines of arithmetic tell what must come out.
 */
class SameDiffTest {

  private static final double RATE = 0.05;
  private static final double HYPER_RATE = 0.001;
  private static final double[] FED = {0.7, 1.1, 0.9, 1.3, 0.8, 1.2, 0.6, 1.0};

  /** Values about 1 and some thirty operations in double precision. */
  private static final double TOLERANCE = 1e-13;

  @TempDir private Path directory;

  private static SameDiff graph(IUpdater updater) {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, 1, 1);
    graph.placeHolder("unused", DataType.DOUBLE, 1, 1);
    SDVariable a = graph.var("a", Nd4j.createFromArray(1.0, -2.0, 0.5));
    SDVariable b = graph.var("b", Nd4j.createFromArray(0.3, 0.8));
    x.mul(a.mul(a).sum().mul(0.5)).sum("lossA");
    x.mul(b.mul(b).sum()).sum("lossB");
    graph.setLossVariables("lossA", "lossB");
    graph.setTrainingConfig(
        TrainingConfig.builder()
            .updater(updater)
            .dataSetFeatureMapping("x")
            .dataSetLabelMapping("unused")
            .build());
    return graph;
  }

  private static void train(SameDiff graph, double... fed) {
    for (double x : fed) {
      INDArray features = Nd4j.createFromArray(new double[][] {{x}});
      graph.fit(new DataSet(features, features));
    }
  }

  private static double[] values(SameDiff graph) {
    return Nd4j.concat(0, graph.getVariable("a").getArr(), graph.getVariable("b").getArr())
        .toDoubleVector();
  }

  private static double learningRate(SameDiff graph) {
    return graph.getTrainingConfig().getUpdater().getLearningRate(0, 0);
  }

  @Test
  void theRateFollowsOneIterationLater() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    double[] theta = {1, -2, 0.5, 0.3, 0.8};
    double[] direction = new double[theta.length];
    double rate = RATE;
    double late = 0;
    for (double x : FED) {
      train(graph, x);
      rate += HYPER_RATE * late;
      late = 0;
      for (int i = 0; i < theta.length; i++) {
        double gradient = (i < 3 ? 1 : 2) * x * theta[i];
        late += gradient * direction[i];
        direction[i] = gradient;
        theta[i] -= rate * gradient;
      }
      assertThat(learningRate(graph)).isEqualTo(rate, within(TOLERANCE));
      assertThat(values(graph)).containsExactly(theta, within(TOLERANCE));
    }
    // Eight steps are enough for α to move by a share that the tolerance cannot hide.
    assertThat(rate).isGreaterThan(1.1 * RATE);
  }

  @ParameterizedTest
  @EnumSource
  void resumesBitForBit(UpdaterKind kind) {
    SameDiff uninterrupted = graph(kind.usual());
    train(uninterrupted, FED);

    SameDiff interrupted = graph(kind.usual());
    train(interrupted, 0.7, 1.1, 0.9);
    File file = directory.resolve("graph.fb").toFile();
    interrupted.save(file, true);
    SameDiff resumed = SameDiff.load(file, true);
    train(resumed, 1.3, 0.8, 1.2, 0.6, 1.0);

    assertThat(values(resumed)).containsExactly(values(uninterrupted));
    assertThat(learningRate(resumed))
        .isEqualTo(learningRate(uninterrupted))
        .isNotEqualTo(kind.usualRate);
  }

  @Test
  void anotherTrainingWithTheSameConfigurationBeginsAnew() {
    SameDiff first = graph(new SgdHd(RATE, HYPER_RATE));
    train(first, FED);
    SameDiff second = graph(new SgdHd(0, 0));
    second.setTrainingConfig(first.getTrainingConfig());
    train(second, 0.7);
    assertThat(learningRate(second)).isEqualTo(RATE);
  }

  @Test
  void aStepThatIsNotFiniteIsSkipped() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    train(graph, 0.7, 1.1, 0.9);
    double[] before = values(graph);
    train(graph, Double.NaN);
    assertThat(values(graph)).containsExactly(before);
    train(graph, 0.8, 1.2);
    assertThat(learningRate(graph)).isFinite().isGreaterThan(RATE);
  }

  /** Its arrays are closed; the others train on at the rate that the graph has come to. */
  @Test
  void aVariableMayBecomeAConstant() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    train(graph, FED);
    double rate = learningRate(graph);
    double[] before = values(graph);
    graph.convertToConstants(List.of(graph.getVariable("b")));
    train(graph, 0.7, 1.1);
    assertThat(learningRate(graph)).isGreaterThan(rate);
    double[] after = values(graph);
    assertThat(after[0]).isNotEqualTo(before[0]);
    assertThat(Arrays.copyOfRange(after, 3, 5)).containsExactly(Arrays.copyOfRange(before, 3, 5));
  }

  /** It steps with the graph's α; its first gradient has no direction to be multiplied with. */
  @Test
  void aConstantMayBecomeAVariable() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    graph.convertToConstants(List.of(graph.getVariable("b")));
    OneRate expected = new OneRate();
    for (double x : new double[] {0.7, 1.1}) {
      train(graph, x);
      expected.step(x, true, false);
      expected.assertSameAs(graph);
    }
    graph.convertToVariables(List.of(graph.getVariable("b")));
    for (double x : FED) {
      train(graph, x);
      expected.step(x, true, true);
      expected.assertSameAs(graph);
    }
  }

  /**
   * Variables that the loss does not depend on stand still, and count again from the second step
   * after their return: what they measure in the first is not about the step before.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLossMayChange(boolean saved) {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    OneRate expected = new OneRate();
    String[][] losses = {{"lossA", "lossB"}, {"lossA"}, {"lossB"}, {"lossA", "lossB"}};
    for (String[] loss : losses) {
      graph.setLossVariables(loss);
      List<String> parts = List.of(loss);
      for (double x : new double[] {0.7, 1.1, 0.9}) {
        train(graph, x);
        expected.step(x, parts.contains("lossA"), parts.contains("lossB"));
        expected.assertSameAs(graph);
      }
      if (saved) {
        File file = directory.resolve("graph.fb").toFile();
        graph.save(file, true);
        graph = SameDiff.load(file, true);
      }
    }
  }

  /** Those that had the rate have become constants: it is the graph's, not theirs. */
  @Test
  void theRateOutlivesItsVariables() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    OneRate expected = new OneRate();
    train(graph, FED);
    for (double x : FED) {
      expected.step(x, true, true);
    }
    graph.setLossVariables("lossA");
    train(graph, 0.7, 1.1, 0.9);
    for (double x : new double[] {0.7, 1.1, 0.9}) {
      expected.step(x, true, false);
    }
    double rate = learningRate(graph);
    graph.convertToConstants(List.of(graph.getVariable("a")));
    graph.setLossVariables("lossB");
    train(graph, 0.7);
    // The hypergradient of a's last step went with it.
    assertThat(learningRate(graph)).isEqualTo(rate).isEqualTo(expected.rate, within(TOLERANCE));
  }

  @Test
  void aRateThatIsSetCountsAtOnce() {
    SameDiff graph = graph(new SgdHd(RATE, HYPER_RATE));
    OneRate expected = new OneRate();
    train(graph, 0.7, 1.1);
    expected.step(0.7, true, true);
    expected.step(1.1, true, true);
    graph.getTrainingConfig().getUpdater().setLrAndSchedule(0.01, null);
    expected.rate = 0.01;
    assertThat(learningRate(graph)).isEqualTo(0.01);
    File file = directory.resolve("graph.fb").toFile();
    graph.save(file, true);
    SameDiff restored = SameDiff.load(file, true);
    assertThat(learningRate(restored)).isEqualTo(0.01);
    for (double x : FED) {
      train(graph, x);
      train(restored, x);
      expected.step(x, true, true);
      expected.assertSameAs(graph);
      expected.assertSameAs(restored);
    }
  }

  /** SameDiff hands in memory that holds anything; another thread may ask for the rate then. */
  @Test
  void theRateCanBeAskedForWhileTheUpdaterIsBuilt() {
    SgdHd updater = new SgdHd(RATE, HYPER_RATE);
    INDArray memory = Nd4j.valueArrayOf(new long[] {updater.stateSize(3)}, 0.5, DataType.DOUBLE);
    GradientUpdater<?> built = updater.instantiate(memory, false);
    assertThat(updater.getLearningRate(0, 0)).isEqualTo(RATE);
    built.setStateViewArray(memory, new long[] {3}, 'c', true);
    assertThat(updater.getLearningRate(0, 0)).isEqualTo(RATE);
  }

  @Test
  void aScheduleThatIsSetCountsAtOnce() {
    SameDiff graph = graph(new SgdHd(RATE, 0));
    train(graph, 0.7);
    graph.getTrainingConfig().getUpdater().setLrAndSchedule(Double.NaN, new FixedSchedule(0.5));
    assertThat(learningRate(graph)).isEqualTo(0.5 * RATE);
    double[] before = values(graph);
    train(graph, 0.7);
    assertThat(values(graph)[0]).isEqualTo(before[0] * (1 - 0.5 * RATE * 0.7), within(TOLERANCE));
  }

  /** The formulas of {@link #theRateFollowsOneIterationLater}, for any part of the loss. */
  private static final class OneRate {

    private final double[] theta = {1, -2, 0.5, 0.3, 0.8};

    /** 0 for those that did not move in the last step. */
    private double[] direction = new double[theta.length];

    private double rate = RATE;
    private double late;

    void step(double x, boolean lossA, boolean lossB) {
      rate += HYPER_RATE * late;
      late = 0;
      double[] next = new double[theta.length];
      for (int i = 0; i < theta.length; i++) {
        if (i < 3 ? lossA : lossB) {
          next[i] = (i < 3 ? 1 : 2) * x * theta[i];
          late += next[i] * direction[i];
          theta[i] -= rate * next[i];
        }
      }
      direction = next;
    }

    void assertSameAs(SameDiff graph) {
      assertThat(learningRate(graph)).isEqualTo(rate, within(TOLERANCE));
      assertThat(values(graph)).containsExactly(theta, within(TOLERANCE));
    }
  }
}
