package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.tower.ReferenceTower;
import dev.hypergradient.reference.tower.TowerLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Towers of any height and mix, against the reference implementation. */
class TowerTest {

  private static final double[] START = {1, -0.5, 0.2};

  @ParameterizedTest
  @EnumSource
  void isTheReferenceTower(Tower tower) {
    TowerRun run = new TowerRun(tower.bottom(), START);
    ReferenceTower reference = new ReferenceTower(tower.reference().toArray(TowerLevel[]::new));
    double[] expected = START.clone();
    Random random = new Random(3);
    for (int t = 1; t <= 60; t++) {
      double[] gradients = gradients(random);
      run.step(gradients);
      reference.step(expected, gradients);

      assertSame("x", run.values(), expected, t);
      List<LevelValues> levels = run.levels();
      for (int k = 0; k < reference.levels().size() - 1; k++) {
        assertSame("level " + k, learned(levels.get(k)), values(reference.levels().get(k)), t);
      }
    }
  }

  /** As above every level in the first step. */
  @ParameterizedTest
  @EnumSource
  void zeroGradientsMoveNothing(Tower tower) {
    TowerRun run = new TowerRun(tower.bottom(), START);
    List<LevelValues> before = run.levels();
    for (int t = 1; t <= 3; t++) {
      run.step(new double[START.length]);
    }
    assertThat(run.values()).containsExactly(START);
    assertThat(run.levels()).isEqualTo(before);
    assertThat(run.state()).doesNotContain(Double.NaN);
  }

  /** What a state array holds is all that a tower knows. */
  @ParameterizedTest
  @EnumSource
  void resumesFromItsState(Tower tower) {
    HyperOptimizer bottom = tower.bottom();
    double[] values = START.clone();
    double[] state = new double[bottom.stateSize(values.length)];
    Arrays.fill(state, Double.NaN);
    bottom.initialize(state, 0, values.length);
    TowerRun run = new TowerRun(bottom, START);
    Random random = new Random(4);
    for (int t = 1; t <= 5; t++) {
      double[] gradients = gradients(random);
      run.step(gradients);
      tower.bottom().step(values, gradients, state, 0);
    }
    assertThat(values).containsExactly(run.values());
    assertThat(state).containsExactly(run.state());
  }

  /** A common direction, so that hypergradients have a mean, and noise of half its size. */
  private static double[] gradients(Random random) {
    return DoubleStream.of(0.4, -0.2, 0.1).map(d -> d + 0.2 * random.nextGaussian()).toArray();
  }

  private static double[] learned(LevelValues level) {
    return level.getValues().entrySet().stream()
        .filter(entry -> level.getLearned().contains(entry.getKey()))
        .flatMapToDouble(entry -> entry.getValue().stream().mapToDouble(Double::doubleValue))
        .toArray();
  }

  private static double[] values(TowerLevel level) {
    return level.names().stream().mapToDouble(level::value).toArray();
  }

  private static void assertSame(String what, double[] actual, double[] expected, int t) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      GoldenAssertions.assertValue(what + "[" + i + "]", actual[i], expected[i], t);
    }
  }
}
