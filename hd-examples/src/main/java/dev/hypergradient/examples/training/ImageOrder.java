package dev.hypergradient.examples.training;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order in which images are trained on: a new permutation each epoch, the same for the same
 * seed.
 */
final class ImageOrder {
  private final Random random;
  private final int[] images;

  ImageOrder(int count, long seed) {
    random = new Random(seed);
    images = IntStream.range(0, count).toArray();
  }

  /** The next permutation, valid until the next call. */
  int[] shuffled() {
    for (int i = images.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int image = images[i];
      images[i] = images[other];
      images[other] = image;
    }
    return images;
  }
}
