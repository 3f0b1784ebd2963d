package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** With hyper learning rate 0 every updater is DL4J's own, to rounding, over 1,000 steps. */
class PlainUpdaterTest {

  private static final int STEPS = 1000;
  private static final List<Integer> LENGTHS = List.of(37, 5, 64);

  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_NONE)
  void equalsDl4jInDouble(UpdaterKind kind) {
    // A step rounds each parameter by 1e-16 or less in another way: 1,000 of them, 1e-13.
    assertThat(worstDifference(kind, DataType.DOUBLE)).isLessThanOrEqualTo(1e-13);
  }

  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_NONE)
  void equalsDl4jInFloat(UpdaterKind kind) {
    // As above, with updates of at most 0.5 and rounding errors of 6e-8 relative: 1,000 · 3e-8.
    assertThat(worstDifference(kind, DataType.FLOAT)).isLessThanOrEqualTo(3e-5);
  }

  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_NONE)
  void theRateStaysExactlyWhereItIs(UpdaterKind kind) {
    StandaloneBlocks blocks = blocks(withoutLearning(kind), DataType.FLOAT);
    Random random = new Random(3);
    for (int t = 0; t < STEPS; t++) {
      blocks.step(new double[106], gradient(random), 0);
    }
    assertThat(blocks.learningRate()).isCloseTo(kind.usualRate, within(0.0));
  }

  private static double worstDifference(UpdaterKind kind, DataType dataType) {
    StandaloneBlocks ours = blocks(withoutLearning(kind), dataType);
    StandaloneBlocks dl4js = blocks(kind.plain(kind.usualRate), dataType);
    double[] theta = new double[106];
    double[] expected = new double[106];
    Random random = new Random(3);
    for (int t = 0; t < STEPS; t++) {
      double[] gradient = gradient(random);
      ours.step(theta, gradient, 0);
      dl4js.step(expected, gradient, 0);
    }
    return IntStream.range(0, theta.length)
        .mapToDouble(i -> Math.abs(theta[i] - expected[i]))
        .max()
        .orElseThrow();
  }

  private static HypergradientUpdater withoutLearning(UpdaterKind kind) {
    return kind.builder().learningRate(kind.usualRate).hyperLearningRate(0).build();
  }

  private static StandaloneBlocks blocks(IUpdater updater, DataType dataType) {
    return new StandaloneBlocks(updater, dataType, LENGTHS);
  }

  private static double[] gradient(Random random) {
    return random.doubles(106, -1, 1).toArray();
  }
}
