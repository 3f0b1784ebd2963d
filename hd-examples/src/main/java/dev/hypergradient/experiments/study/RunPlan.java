package dev.hypergradient.experiments.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a setting. The first seed has all of them; the others have the methods without a
 * grid, and of constant and of decaying rates only the first seed's best and its two neighbours.
 *
 * @param seeds at least one
 * @param steps of every run
 */
record RunPlan(Setting setting, List<Long> seeds, int steps) {
  private static final List<StudyMethod> WITH_GRID =
      List.of(StudyMethod.CONSTANT, StudyMethod.COSINE);

  /** α₀ of the papers. */
  static final double PAPERS_RATE = 1e-3;

  /** Copies the list; rejects a plan without a seed. */
  RunPlan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("seeds must be at least 1, got none");
    }
  }

  /** The runs of the first seed, which do not depend on results. */
  List<StudyRun> first() {
    long seed = seeds.get(0);
    List<StudyRun> runs = new ArrayList<>(withoutGrid(seed));
    for (StudyMethod method : WITH_GRID) {
      setting.family().rates().forEach(rate -> runs.add(run(method, rate, seed)));
    }
    return runs;
  }

  /**
   * The runs of the other seeds.
   *
   * @param first the results of the runs of {@link #first}, or of some of them
   */
  List<StudyRun> further(List<StudyResult> first) {
    List<StudyRun> runs = new ArrayList<>();
    for (long seed : seeds.subList(1, seeds.size())) {
      runs.addAll(withoutGrid(seed));
      for (StudyMethod method : WITH_GRID) {
        aroundBest(method, first).forEach(rate -> runs.add(run(method, rate, seed)));
      }
    }
    return runs;
  }

  private List<StudyRun> withoutGrid(long seed) {
    return List.of(
        run(StudyMethod.PARAMETER_FREE, 0, seed), run(StudyMethod.ADDITIVE, PAPERS_RATE, seed));
  }

  private List<Double> aroundBest(StudyMethod method, List<StudyResult> first) {
    List<Double> rates = setting.family().rates();
    Optional<StudyResult> best =
        first.stream()
            .filter(result -> result.run().method() == method)
            .min(Comparator.comparingDouble(StudyResult::loss));
    if (best.isEmpty()) {
      return List.of();
    }
    int place = rates.indexOf(best.get().run().rate());
    return rates.subList(Math.max(0, place - 1), Math.min(rates.size(), place + 2));
  }

  private StudyRun run(StudyMethod method, double rate, long seed) {
    return new StudyRun(setting, method, rate, seed, steps);
  }
}
