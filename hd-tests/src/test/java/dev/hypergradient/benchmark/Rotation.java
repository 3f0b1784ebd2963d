package dev.hypergradient.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Subjects of a measurement that take turns: one has an iteration of JMH, the next has the next.
 *
 * <p>Whatever slows the machine down for a while slows all of them down alike, so the ratio of
 * neighbouring iterations is steadier than that of separate forks. JMH's own mean is one over all
 * subjects and of no use; {@link TurnTimes} separates them.
 */
final class Rotation {
  private final List<Runnable> work;
  private int turns;
  private Runnable current;

  private Rotation(List<Runnable> work) {
    this.work = work;
  }

  /**
   * A rotation in the order of the enum's constants. The first has the first iteration, warm-up or
   * not.
   *
   * @param subjects the enum of the subjects
   * @param work what a subject does in an operation
   */
  static <S extends Enum<S>> Rotation of(Class<S> subjects, Function<S, Runnable> work) {
    return new Rotation(Arrays.stream(subjects.getEnumConstants()).map(work).toList());
  }

  /** Begins an iteration. */
  void nextTurn() {
    current = work.get(turns % work.size());
    turns++;
  }

  /** An operation of the subject whose turn it is, until a GPU, too, has done it. */
  void run() {
    current.run();
    Nd4j.getExecutioner().commit();
  }
}
