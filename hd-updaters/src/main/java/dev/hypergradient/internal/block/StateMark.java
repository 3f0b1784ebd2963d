package dev.hypergradient.internal.block;

import dev.hypergradient.hyper.LevelValues;
import dev.hypergradient.internal.setup.Option;
import dev.hypergradient.internal.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A number that tells states of different updaters and towers apart, which may be of one size: a
 * hash of their levels' names and hyperparameters. What values these have does not matter, since
 * they may be changed between two runs.
 */
final class StateMark {

  /** Few enough that averaging the states of several workers does not blur a mark in HALF. */
  private static final int MARKS = 256;

  private StateMark() {}

  /** The mark of an updater: an integer from 1, since a state that was never written has 0. */
  static int of(Setup setup) {
    List<String> levels = new ArrayList<>();
    levels.add(setup.get(Option.LEARNING_RATE_RULE).toString());
    for (LevelValues level : LearnedHyperparameters.initial(setup).levels()) {
      levels.add(
          level.getOptimizer() + level.getValues().keySet() + new TreeSet<>(level.getLearned()));
    }
    return 1 + Math.floorMod(levels.hashCode(), MARKS);
  }

  /** Tells whether a number that was read is the mark, but for rounding. */
  static boolean matches(double read, int mark) {
    return Math.abs(read - mark) < 0.5;
  }
}
