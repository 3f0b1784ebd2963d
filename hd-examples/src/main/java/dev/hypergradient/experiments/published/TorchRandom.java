package dev.hypergradient.experiments.published;

import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * The random numbers of Torch on a CPU: a Mersenne Twister, and how Torch turns its words into
 * numbers.
 */
final class TorchRandom {
  /** Significant bits of a single-precision number. */
  private static final int BITS = 24;

  private final MersenneTwister words = new MersenneTwister();

  /**
   * A generator.
   *
   * @param seed its lower 32 bits count, as in Torch
   */
  TorchRandom(long seed) {
    words.setSeed((int) seed);
  }

  /** Skips the numbers of {@code count} calls of {@link #uniform}. */
  void skip(long count) {
    for (long i = 0; i < count; i++) {
      words.nextInt();
    }
  }

  /** A number from [−bound, bound). */
  float uniform(float bound) {
    int bits = words.nextInt() & ((1 << BITS) - 1);
    double width = 2 * (double) bound;
    return (float) (bits * width / (1 << BITS) - bound);
  }

  /** A permutation of the numbers below {@code count}. */
  int[] permutation(int count) {
    int[] numbers = IntStream.range(0, count).toArray();
    for (int i = 0; i < count - 1; i++) {
      int other = i + (int) (Integer.toUnsignedLong(words.nextInt()) % (count - i));
      int number = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = number;
    }
    return numbers;
  }
}
