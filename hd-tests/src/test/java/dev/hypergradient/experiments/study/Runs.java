package dev.hypergradient.experiments.study;

import java.util.List;

/** Invented results of one setting. */
final class Runs {
  static final Setting SETTING = new Setting(Problem.LOGREG_DIGITS, Family.SGD, 16);

  /** A thousandth of it is below all losses of the tests, but one. */
  static final double INITIAL_LOSS = 16;

  private static final int STEPS = 20;

  private Runs() {}

  static StudyRun run(StudyMethod method, double rate, long seed) {
    return new StudyRun(SETTING, method, rate, seed, STEPS);
  }

  /** A run that is finite unless its loss is infinite; half its loss at the average. */
  static StudyResult result(
      StudyMethod method, double rate, long seed, double loss, double tenthLoss, double accuracy) {
    return new StudyResult(
        run(method, rate, seed),
        INITIAL_LOSS,
        tenthLoss,
        loss,
        loss / 2,
        accuracy,
        Double.isFinite(loss),
        rate,
        rate,
        rate,
        0.5,
        List.of());
  }

  static StudyResult result(StudyMethod method, double rate, long seed, double loss) {
    return result(method, rate, seed, loss, 2 * loss, 0.5);
  }
}
