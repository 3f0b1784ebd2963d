package dev.hypergradient.examples.spark;

import dev.hypergradient.examples.training.LearningRateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the learning rate after an averaging comes from.
 *
 * @param inherited the rate that the workers began with
 * @param learned the rate that each worker arrived at, at least one
 */
public record RateAveraging(double inherited, List<Double> learned) {
  /** Copies the list and rejects an empty one. */
  public RateAveraging {
    learned = List.copyOf(learned);
    if (learned.isEmpty()) {
      throw new IllegalArgumentException("learned must have at least one rate, got none");
    }
  }

  /** The averagings that the steps led to, in their order. */
  static List<RateAveraging> of(List<WorkerStep> steps) {
    SortedMap<Integer, SortedMap<Integer, List<WorkerStep>>> stages =
        steps.stream()
            .collect(
                Collectors.groupingBy(
                    WorkerStep::stage,
                    TreeMap::new,
                    Collectors.groupingBy(WorkerStep::worker, TreeMap::new, Collectors.toList())));
    List<RateAveraging> averagings = new ArrayList<>();
    for (SortedMap<Integer, List<WorkerStep>> workers : stages.values()) {
      double inherited = workers.get(workers.firstKey()).get(0).before();
      averagings.add(
          new RateAveraging(
              inherited, workers.values().stream().map(w -> w.get(w.size() - 1).after()).toList()));
    }
    return averagings;
  }

  /** The rate after the averaging. */
  public double mean() {
    return learned.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** One line for the log. */
  @Override
  public String toString() {
    return LearningRateFormat.format(inherited)
        + " -> "
        + learned.stream().map(LearningRateFormat::format).collect(Collectors.joining(", "))
        + " -> mean "
        + LearningRateFormat.format(mean());
  }
}
