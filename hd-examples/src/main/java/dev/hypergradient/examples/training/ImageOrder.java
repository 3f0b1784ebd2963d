package dev.hypergradient.examples.training;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The order in which images are trained on, epoch after epoch. */
@FunctionalInterface
public interface ImageOrder {
  /**
   * The orders of all epochs in turn, each a permutation of the images that is valid until the next
   * is asked for.
   *
   * @param count number of images
   * @param seed of all random numbers
   */
  Supplier<int[]> epochs(int count, long seed);

  /** A new permutation each epoch, the same for the same seed. */
  static ImageOrder shuffled() {
    return (count, seed) -> {
      Random random = new Random(seed);
      int[] images = identity(count);
      return () -> shuffle(images, random);
    };
  }

  /** Always the order that images are stored in. */
  static ImageOrder stored() {
    return (count, seed) -> () -> identity(count);
  }

  private static int[] shuffle(int[] images, Random random) {
    for (int i = images.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int image = images[i];
      images[i] = images[other];
      images[other] = image;
    }
    return images;
  }

  private static int[] identity(int count) {
    return IntStream.range(0, count).toArray();
  }
}
