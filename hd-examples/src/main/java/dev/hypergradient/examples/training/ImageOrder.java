package dev.hypergradient.examples.training;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order in which images are trained on: a new permutation each epoch, the same for the same
 * seed, or always the order they are stored in.
 */
final class ImageOrder {
  private final Random random;
  private final int[] images;
  private final boolean shuffled;

  ImageOrder(int count, boolean shuffled, long seed) {
    random = new Random(seed);
    images = IntStream.range(0, count).toArray();
    this.shuffled = shuffled;
  }

  /** The order of the next epoch, valid until the next call. */
  int[] next() {
    for (int i = images.length - 1; shuffled && i > 0; i--) {
      int other = random.nextInt(i + 1);
      int image = images[i];
      images[i] = images[other];
      images[other] = image;
    }
    return images;
  }
}
