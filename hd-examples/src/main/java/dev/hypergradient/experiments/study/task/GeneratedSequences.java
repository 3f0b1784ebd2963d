package dev.hypergradient.experiments.study.task;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sequences, words and ratings drawn from known distributions, the same on every machine. */
final class GeneratedSequences {
  /** Different words in {@link #documents}. */
  static final int WORDS = 2000;

  /** Words of a document. */
  static final int DOCUMENT = 20;

  /** Subjects of documents. */
  static final int TOPICS = 6;

  /** Users in {@link #ratings}. */
  static final int USERS = 150;

  /** Items in {@link #ratings}. */
  static final int ITEMS = 400;

  /** Numbers of a wave. */
  static final int WAVE = 30;

  private GeneratedSequences() {}

  /**
   * Words by Zipf's law, and what they are about: four of five words are from a list that all
   * topics share, the fifth from the topic's own.
   */
  static Examples documents(int count, long seed) {
    Random random = new Random(seed);
    float[] words = new float[DOCUMENT * count];
    float[] labels = new float[TOPICS * count];
    for (int i = 0; i < count; i++) {
      int topic = random.nextInt(TOPICS);
      labels[i * TOPICS + topic] = 1;
      for (int j = 0; j < DOCUMENT; j++) {
        int rank = (int) Math.pow(WORDS / 2.0, random.nextDouble());
        boolean own = random.nextInt(5) == 0;
        words[i * DOCUMENT + j] = own ? WORDS / 2 + (rank * TOPICS + topic) % (WORDS / 2) : rank;
      }
    }
    return Examples.of(new Rows(words, DOCUMENT), new Rows(labels, TOPICS));
  }

  /** Products of three numbers of a user and of an item, some items much more often, with noise. */
  static Examples ratings(int count, long seed) {
    Random truth = new Random(1);
    double[][] users = gaussian(truth, USERS);
    double[][] items = gaussian(truth, ITEMS);
    Random random = new Random(seed);
    float[] user = new float[count];
    float[] item = new float[count];
    float[] ratings = new float[count];
    for (int i = 0; i < count; i++) {
      user[i] = random.nextInt(USERS);
      item[i] = (int) (ITEMS * Math.pow(random.nextDouble(), 3));
      double[] u = users[(int) user[i]];
      double[] v = items[(int) item[i]];
      double product = IntStream.range(0, u.length).mapToDouble(k -> u[k] * v[k]).sum();
      ratings[i] = (float) (product / Math.sqrt(3) + 0.4 * random.nextGaussian());
    }
    return new Examples(
        List.of(new Rows(user, 1), new Rows(item, 1)), List.of(new Rows(ratings, 1)));
  }

  private static double[][] gaussian(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> IntStream.range(0, 3).mapToDouble(k -> random.nextGaussian()).toArray())
        .toArray(double[][]::new);
  }

  /** Noisy sines of any frequency and phase, and the number that follows. */
  static Examples waves(int count, long seed) {
    Random random = new Random(seed);
    float[] waves = new float[WAVE * count];
    float[] next = new float[count];
    for (int i = 0; i < count; i++) {
      double frequency = 2 * random.nextDouble() + 0.5;
      double phase = 2 * Math.PI * random.nextDouble();
      for (int t = 0; t < WAVE; t++) {
        waves[i * WAVE + t] = noisySine(0.2 * frequency * t + phase, random);
      }
      next[i] = noisySine(0.2 * frequency * WAVE + phase, random);
    }
    return Examples.of(new Rows(waves, 1, WAVE), new Rows(next, 1));
  }

  private static float noisySine(double angle, Random random) {
    return (float) (Math.sin(angle) + 0.05 * random.nextGaussian());
  }
}
