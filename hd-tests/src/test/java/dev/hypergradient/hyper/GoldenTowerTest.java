package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.golden.GoldenLevel;
import dev.hypergradient.reference.golden.GoldenStep;
import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The recorded hypergradients of the bottom level, handed to the levels above it, move every
 * hyperparameter of the tower as recorded.
 */
class GoldenTowerTest {

  @ParameterizedTest
  @GoldenTraces("tower")
  void reproducesEveryLevel(GoldenTrace trace) {
    // The hypergradients of the first step are 0: its values are those to start from.
    GoldenLevel start = trace.steps().get(0).levels().get(0);
    TowerRun run = new TowerRun(aboveBottom(trace.name()), toArray(start.raw().values()));
    for (GoldenStep step : trace.steps()) {
      GoldenLevel bottom = step.levels().get(0);
      run.step(toArray(bottom.hypergradients().values()));

      assertRecorded("raw of level 0", run.values(), bottom.raw().values(), step.t());
      assertThat(run.levels()).hasSize(step.levels().size() - 1);
      for (int k = 1; k < step.levels().size(); k++) {
        Collection<Double> recorded = step.levels().get(k).effective().values();
        double[] values = flat(run.level(k - 1), recorded.size());
        assertRecorded("values of level " + k, values, recorded, step.t());
      }
    }
  }

  private static void assertRecorded(
      String what, double[] actual, Collection<Double> recorded, int t) {
    List<Double> expected = new ArrayList<>(recorded);
    assertThat(actual).as(what).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      GoldenAssertions.assertValue(what + "[" + i + "]", actual[i], expected.get(i), t);
    }
  }

  /** The level's values one after another; the traces leave out a constant ε, the last of them. */
  private static double[] flat(LevelValues level, int recorded) {
    return level.getValues().values().stream()
        .flatMap(List::stream)
        .limit(recorded)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double[] toArray(Collection<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The towers as the headers of the traces spell them, without the level that moves θ. */
  private static HyperOptimizer aboveBottom(String trace) {
    return switch (trace) {
      case "tower_adagrad_sgd" -> new HyperSgd(0.01);
      case "tower_adam_adam", "tower_adambaydin_adam" -> new HyperAdam(0.001);
      case "tower_adam_default_sgd" -> new HyperSgd(1e-5);
      case "tower_adam_perparam_sgd" -> perHyperparameter(3);
      case "tower_adam_sgd" -> new HyperSgd(0.001);
      case "tower_adam_v1_perparam_sgd" -> perHyperparameter(4);
      case "tower_adambaydin_sgd", "tower_rmsprop_sgd", "tower_rmspropalpha_sgd" ->
          new HyperSgd(0.0001);
      case "tower_sgd_adagrad" -> new HyperAdaGrad(0.01);
      case "tower_sgd_adam" -> new HyperAdam(0.01);
      case "tower_sgd_rmsprop" -> HyperRmsProp.builder().learningRate(0.001).decay(0.9).build();
      case "tower_sgd_sgd" -> new HyperSgd(0.05);
      case "tower_sgd_sgd_equals_sgd_hd" -> new HyperSgd(0.001);
      case "tower_sgd_sgd_sgd" -> new HyperSgd(0.05, new HyperSgd(0.05));
      case "tower_sgd_sgd_sgd_sgd" -> new HyperSgd(0.05, new HyperSgd(0.1, new HyperSgd(0.2)));
      case "tower_sgdmu_sgd" -> new HyperSgd(0.02);
      default -> throw new IllegalArgumentException("no tower is known for trace " + trace);
    };
  }

  private static HyperOptimizer perHyperparameter(int count) {
    double[] rates = IntStream.range(0, count).mapToDouble(i -> 0.001).toArray();
    return HyperSgd.builder().learningRates(rates).hyperOptimizer(new HyperSgd(0.0001)).build();
  }
}
