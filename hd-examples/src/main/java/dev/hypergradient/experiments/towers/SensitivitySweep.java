package dev.hypergradient.experiments.towers;

import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.terminal.Terminal;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figure 3 of the preprint: the higher a tower of SGD, the less matters the learning rate that all
 * its levels start from.
 */
final class SensitivitySweep {
  private static final int MAX_HEIGHT = 5;
  private static final int MIN_EXPONENT = -7;
  private static final int MAX_EXPONENT = 3;

  private final TowerSetting setting;

  SensitivitySweep(TowerSetting setting) {
    this.setting = setting;
  }

  /** Trains every tower of the figure, height after height. */
  List<SweepPoint> run() {
    List<Start> starts =
        IntStream.rangeClosed(0, MAX_HEIGHT)
            .boxed()
            .flatMap(
                height ->
                    IntStream.rangeClosed(MIN_EXPONENT, MAX_EXPONENT)
                        .mapToObj(exponent -> new Start(height, exponent)))
            .toList();
    List<SweepPoint> points = new ArrayList<>();
    for (Start start : Terminal.progress("sensitivity", starts)) {
      points.add(point(start.height, start.exponent));
    }
    return points;
  }

  /** Trains one tower. */
  SweepPoint point(int height, int exponent) {
    double rate = Double.parseDouble("1e" + exponent);
    double authorsError =
        setting.authors().of("sensitivity", "height " + height, "test error from 1e" + exponent);
    try {
      TrainingRecord training = setting.train("sweep", UniformTower.SGD.of(height, rate, rate));
      return new SweepPoint(
          height,
          exponent,
          1 - training.testAccuracy(),
          training.finalLearningRate(),
          authorsError);
    } catch (NonFiniteGradientException e) {
      return new SweepPoint(height, exponent, Double.NaN, Double.NaN, authorsError);
    }
  }

  private record Start(int height, int exponent) {}
}
