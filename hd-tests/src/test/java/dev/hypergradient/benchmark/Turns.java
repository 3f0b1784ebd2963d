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
    all = Stream.generate(supplier).limit(COUNT).toList();
  }

  T next() {
    return all.get(taken++ % COUNT);
  }
}
