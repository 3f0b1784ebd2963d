package dev.hypergradient.benchmark;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Several things of a kind that are used in turn.
 *
 * @param <T> what they are
 */
final class Turns<T> {
  private static final int COUNT = 4;

  private final List<T> all;
  private int taken;

  Turns(Supplier<T> supplier) {
    this(Stream.generate(supplier).limit(COUNT).toList());
  }

  /** A turn for each of a list. */
  Turns(List<T> all) {
    this.all = List.copyOf(all);
  }

  T next() {
    return all.get(taken++ % all.size());
  }
}
