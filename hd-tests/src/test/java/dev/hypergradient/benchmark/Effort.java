package dev.hypergradient.benchmark;

/**
 * How much is measured of each case.
 *
 * @param forks JVMs, one after the other; 0 for none but JMH's own
 * @param warmUpTurns about so many iterations at the start of a fork do not count
 * @param turns about so many do
 * @param milliseconds duration of an iteration
 */
record Effort(int forks, int warmUpTurns, int turns, int milliseconds) {
  /** For figures to be published: a minute for each case. */
  static final Effort FULL = new Effort(3, 21, 70, 200);

  /** For a first look: six seconds for each case. */
  static final Effort QUICK = new Effort(1, 14, 28, 100);

  /** The number of iterations in full rounds of so many subjects, one round at least. */
  static int inFullRounds(int turns, int subjects) {
    return Math.max(1, turns / subjects) * subjects;
  }
}
