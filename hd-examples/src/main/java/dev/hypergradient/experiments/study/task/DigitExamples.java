package dev.hypergradient.experiments.study.task;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.data.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The embedded digits of 8×8 pixels, as a table and in other shapes. */
final class DigitExamples {
  /** The factor that scales pixels to [0, 1]. */
  static final double UNIT = 1 / 16.0;

  private static final int PIXELS = 64;

  private final Images images;

  private DigitExamples(Images images) {
    this.images = images;
  }

  /**
   * The task to tell which digit a picture shows.
   *
   * @param factor on pixels, which are 0 to 16
   * @param shape of a picture
   */
  static Task classification(double factor, GraphTask.Factory graphs, long... shape) {
    return new GraphTask(
        train().classes(factor, shape), test().classes(factor, shape), true, graphs);
  }

  /** The digits to train on. */
  static DigitExamples train() {
    return new DigitExamples(dataset().train());
  }

  /** The digits to test on. */
  static DigitExamples test() {
    return new DigitExamples(dataset().test());
  }

  private static Dataset dataset() {
    try {
      return DatasetName.DIGITS.load(new DataDirectories(Optional.empty(), Path.of("unused")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels times a factor, in a shape, with one-hot digits. */
  private Examples classes(double factor, long... shape) {
    return Examples.of(pixels(factor, digit -> true, shape), digits(digit -> true, 0, 10));
  }

  /**
   * The digits from {@code first} to {@code first + count − 1} only, counted from {@code first}.
   */
  Examples some(int first, int count) {
    IntPredicate chosen = digit -> digit >= first && digit < first + count;
    return Examples.of(pixels(UNIT, chosen, PIXELS), digits(chosen, first, count));
  }

  /** Pixels, and the same as labels. */
  Examples themselves() {
    Rows pixels = pixels(UNIT, digit -> true, PIXELS);
    return Examples.of(pixels, pixels);
  }

  /** Two labels: the digit, one-hot, and the sum of the pixels, which is some hundreds. */
  Examples digitAndInk() {
    float[] ink = new float[images.count()];
    for (int i = 0; i < ink.length; i++) {
      int image = i;
      ink[i] = IntStream.range(0, PIXELS).map(p -> images.pixel(image, p)).sum();
    }
    return new Examples(
        List.of(pixels(UNIT, digit -> true, PIXELS)),
        List.of(digits(digit -> true, 0, 10), new Rows(ink, 1)));
  }

  private Rows pixels(double factor, IntPredicate chosen, long... shape) {
    int[] numbers = numbers(chosen);
    float[] values = new float[numbers.length * PIXELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (factor * images.pixel(numbers[i / PIXELS], i % PIXELS));
    }
    return new Rows(values, shape);
  }

  private Rows digits(IntPredicate chosen, int first, int classes) {
    int[] numbers = numbers(chosen);
    float[] labels = new float[numbers.length * classes];
    for (int i = 0; i < numbers.length; i++) {
      labels[i * classes + images.label(numbers[i]) - first] = 1;
    }
    return new Rows(labels, classes);
  }

  private int[] numbers(IntPredicate chosen) {
    return IntStream.range(0, images.count()).filter(i -> chosen.test(images.label(i))).toArray();
  }
}
