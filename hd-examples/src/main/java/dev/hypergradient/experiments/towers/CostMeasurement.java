package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.terminal.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Figure 4 of the preprint: the time of a training step against the height of the tower.
 *
 * <p>All heights have their turn in every round, in an order that changes, so that whatever slows
 * the machine down for a while slows all of them down.
 */
final class CostMeasurement {
  private static final List<Integer> HEIGHTS = List.of(0, 1, 2, 5, 10, 20, 30, 40, 50);
  private static final int REFERENCE = HEIGHTS.indexOf(1);
  private static final int MAX_STEPS_PER_TURN = 10;
  private static final int WARM_UP_ROUNDS = 10;

  private static final double LEARNING_RATE = 1e-3;

  /**
   * With 0 no computation is skipped, and all heights train the same network. From 1e-6, high
   * towers of Adam diverge within a few hundred steps, and the time of a step changes when the
   * network saturates.
   */
  private static final double HYPER_LEARNING_RATE = 0;

  private final TowerSetting setting;
  private final List<DataSet> batches;
  private final int rounds;

  /**
   * A measurement.
   *
   * @param rounds rounds after the warm-up, at least 1
   */
  CostMeasurement(TowerSetting setting, int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1, got " + rounds);
    }
    this.setting = setting;
    this.rounds = rounds;
    Batches images = setting.data().trainBatches();
    int[] order = IntStream.range(0, images.count()).toArray();
    batches =
        IntStream.range(0, MAX_STEPS_PER_TURN)
            .map(step -> step * setting.batchSize())
            .filter(from -> from < order.length)
            .mapToObj(
                from ->
                    images.batch(order, from, Math.min(from + setting.batchSize(), order.length)))
            .toList();
  }

  /** Measures the towers of one kind. */
  List<StepCost> run(UniformTower kind) {
    List<TimedSteps> towers =
        HEIGHTS.stream()
            .map(height -> setting.network(kind.of(height, LEARNING_RATE, HYPER_LEARNING_RATE)))
            .map(network -> new TimedSteps(network, batches))
            .toList();
    double[][] times = times(kind, towers);
    List<StepCost> costs = new ArrayList<>();
    for (int i = 0; i < towers.size(); i++) {
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        ratios[round] = times[i][round] / times[REFERENCE][round];
      }
      int height = HEIGHTS.get(i);
      double authorsRatio =
          setting.authors().of("cost", kind.toString(), "ratio at height " + height);
      costs.add(
          new StepCost(kind.toString(), height, median(times[i]), median(ratios), authorsRatio));
    }
    return costs;
  }

  /** Milliseconds per step, by tower and round. */
  private double[][] times(UniformTower kind, List<TimedSteps> towers) {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      towers.forEach(TimedSteps::milliseconds);
    }
    double[][] times = new double[towers.size()][rounds];
    List<Integer> turns = new ArrayList<>(IntStream.range(0, towers.size()).boxed().toList());
    Random random = new Random(setting.seed());
    List<Integer> all = IntStream.range(0, rounds).boxed().toList();
    for (int round : Terminal.progress("cost of " + kind, all)) {
      Collections.shuffle(turns, random);
      for (int tower : turns) {
        times[tower][round] = towers.get(tower).milliseconds();
      }
    }
    return times;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
