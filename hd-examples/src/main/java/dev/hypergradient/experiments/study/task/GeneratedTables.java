package dev.hypergradient.experiments.study.task;

import java.util.Random;

/** Tables drawn from known distributions, the same on every machine. */
final class GeneratedTables {
  private static final int WAVEFORM_COLUMNS = 21;
  private static final int WAVEFORM_CLASSES = 3;
  private static final int FRIEDMAN_COLUMNS = 10;

  private GeneratedTables() {}

  /** Points on two arms that wind one and a half times around each other, with some noise. */
  static Examples spirals(int count, long seed) {
    Random random = new Random(seed);
    float[] points = new float[2 * count];
    float[] labels = new float[2 * count];
    for (int i = 0; i < count; i++) {
      int arm = i % 2;
      double turn = Math.sqrt(random.nextDouble()) * 3 * Math.PI + 0.3;
      double angle = turn + Math.PI * arm;
      points[2 * i] = (float) (turn * Math.cos(angle) / 6 + 0.05 * random.nextGaussian());
      points[2 * i + 1] = (float) (turn * Math.sin(angle) / 6 + 0.05 * random.nextGaussian());
      labels[2 * i + arm] = 1;
    }
    return Examples.of(new Rows(points, 2), new Rows(labels, 2));
  }

  /**
   * Three classes of noisy mixtures of two of three waves (L. Breiman et al., Classification and
   * Regression Trees, 1984, section 2.6.2); the best possible accuracy is 86 %.
   *
   * @param units factor on each column, in turn
   */
  static Examples waveform(int count, long seed, double... units) {
    Random random = new Random(seed);
    float[] columns = new float[WAVEFORM_COLUMNS * count];
    float[] labels = new float[WAVEFORM_CLASSES * count];
    for (int i = 0; i < count; i++) {
      int type = i % WAVEFORM_CLASSES;
      double share = random.nextDouble();
      for (int j = 0; j < WAVEFORM_COLUMNS; j++) {
        double value =
            share * wave(type == 2 ? 1 : 0, j)
                + (1 - share) * wave(type == 0 ? 1 : 2, j)
                + random.nextGaussian();
        columns[i * WAVEFORM_COLUMNS + j] = (float) (value * units[j % units.length]);
      }
      labels[i * WAVEFORM_CLASSES + type] = 1;
    }
    return Examples.of(new Rows(columns, WAVEFORM_COLUMNS), new Rows(labels, WAVEFORM_CLASSES));
  }

  /** Triangles of height 6 around columns 6, 14 and 10, counted from 0. */
  private static double wave(int number, int column) {
    int[] peaks = {6, 14, 10};
    return Math.max(0, 6 - Math.abs(column - peaks[number]));
  }

  /**
   * 10 sin(π x₁ x₂) + 20 (x₃ − ½)² + 10 x₄ + 5 x₅ and noise of deviation 1, with five columns more
   * that do not matter (J. Friedman, Multivariate Adaptive Regression Splines, 1991).
   *
   * @param raw leave everything in its unit, the columns in powers of ten from 1 to 1,000; else
   *     columns and values have mean 0 and deviation 1, but for noise
   */
  static Examples friedman(int count, long seed, boolean raw) {
    Random random = new Random(seed);
    float[] columns = new float[FRIEDMAN_COLUMNS * count];
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double[] x = random.doubles(FRIEDMAN_COLUMNS).toArray();
      double value =
          10 * Math.sin(Math.PI * x[0] * x[1])
              + 20 * (x[2] - 0.5) * (x[2] - 0.5)
              + 10 * x[3]
              + 5 * x[4]
              + random.nextGaussian();
      for (int j = 0; j < FRIEDMAN_COLUMNS; j++) {
        columns[i * FRIEDMAN_COLUMNS + j] =
            (float) (raw ? x[j] * Math.pow(10, j % 4) : (x[j] - 0.5) * Math.sqrt(12));
      }
      values[i] = (float) (raw ? value : (value - 14.4) / 5);
    }
    return Examples.of(new Rows(columns, FRIEDMAN_COLUMNS), new Rows(values, 1));
  }
}
