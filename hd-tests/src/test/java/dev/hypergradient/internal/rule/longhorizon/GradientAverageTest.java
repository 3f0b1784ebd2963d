package dev.hypergradient.internal.rule.longhorizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import dev.hypergradient.internal.setup.OptionValues;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The weights of past gradients, against how the updaters answer a single one. */
class GradientAverageTest {

  /** 0.5^100 is less than the precision of 1. */
  private static final int STEPS = 100;

  static Stream<Arguments> linear() {
    return Stream.of(
        Arguments.of(
            SgdHd.builder().learningRate(1).hyperLearningRate(0).build(),
            average(DescentMethod.SGD, 0)),
        Arguments.of(
            SgdHd.builder().learningRate(1).hyperLearningRate(0).momentum(0.5).build(),
            average(DescentMethod.SGD, 0.5)),
        Arguments.of(new NesterovsHd(1, 0.5, 0), average(DescentMethod.NESTEROVS, 0.5)));
  }

  private static GradientAverage average(DescentMethod method, double momentum) {
    OptionValues values = new OptionValues();
    values.put(method.option(Hyperparameter.MOMENTUM), momentum);
    return method.average(values);
  }

  /**
   * After a gradient of 1 and zeros a parameter moves by the weights, one after the other. In
   * double precision; sums of a hundred numbers are off by 1e-15 or so.
   */
  @ParameterizedTest
  @MethodSource("linear")
  void weighsGradientsAsTheUpdaterDoes(HypergradientUpdater updater, GradientAverage average) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(1));
    double[] theta = {0};
    double newest = 0;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < STEPS; t++) {
      double before = theta[0];
      blocks.step(theta, new double[] {t == 0 ? 1 : 0}, 0);
      double weight = before - theta[0];
      newest = t == 0 ? weight : newest;
      sum += weight;
      squares += weight * weight;
    }
    double newestPart = newest * newest / squares;
    assertThat(average.shortening()).isCloseTo(Math.sqrt(squares) / sum, within(1e-14));
    assertThat(average.growth(3)).isCloseTo(Math.sqrt(1 + 8 * newestPart), within(1e-14));
  }

  /**
   * Adam's first moment: Σw = 1 and Σw² = (1 − β₁)²/(1 − β₁²) = (1 − β₁)/(1 + β₁); with β₁ = 0.9
   * the newest gradient's part is 0.19.
   */
  @Test
  void adamAveragesInItsFirstMoment() {
    GradientAverage average = DescentMethod.ADAM.average(new OptionValues());
    assertThat(average.shortening()).isCloseTo(Math.sqrt(0.1 / 1.9), within(1e-14));
    assertThat(average.growth(2)).isCloseTo(Math.sqrt(1 + 3 * 0.19), within(1e-14));
  }

  @Test
  void othersFollowTheirLastGradient() {
    GradientAverage average = DescentMethod.RMSPROP.average(new OptionValues());
    assertThat(average.shortening()).isOne();
    assertThat(average.growth(7)).isEqualTo(7);
  }
}
