package dev.hypergradient.internal.kernel;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/** A tile of DOUBLE vectors in host memory. */
final class DoubleTile implements Tile {

  private final DoubleBuffer[] sources;
  private final double[][] vectors;
  private final double[] gradient = new double[SIZE];
  private final double[][] lanes;
  private DoubleBuffer gradientSource;

  /**
   * A tile of a block.
   *
   * @param state the state vectors
   * @param sums the number of sums to have lanes for
   */
  DoubleTile(FlatVector[] state, int sums) {
    sources = Arrays.stream(state).map(HostMemory::doubles).toArray(DoubleBuffer[]::new);
    vectors = new double[state.length][SIZE];
    lanes = new double[sums][LANES];
  }

  @Override
  public void setGradient(FlatVector newGradient) {
    gradientSource = HostMemory.doubles(newGradient);
  }

  @Override
  public void load(int vector, long start, int length) {
    at(vector, start).get(elements(vector), 0, length);
  }

  @Override
  public void store(int vector, long start, int length) {
    at(vector, start).put(elements(vector), 0, length);
  }

  @Override
  public void storeGradient(int vector, long start, int length) {
    at(vector, start).put(gradient, 0, length);
  }

  private DoubleBuffer at(int vector, long start) {
    DoubleBuffer source = vector == GRADIENT ? gradientSource : sources[vector];
    source.position((int) start);
    return source;
  }

  private double[] elements(int vector) {
    return vector == GRADIENT ? gradient : vectors[vector];
  }

  @Override
  public void multiply(int sum, int vector, int other, int length) {
    multiply(lanes[sum], elements(vector), elements(other), length);
  }

  private static void multiply(double[] sum, double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += x[i] * y[i];
    }
  }

  @Override
  public double drain(int sum) {
    double[] lane = lanes[sum];
    // Four chains of additions, which the processor overlaps.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < LANES; i += 4) {
      a += lane[i];
      b += lane[i + 1];
      c += lane[i + 2];
      d += lane[i + 3];
    }
    Arrays.fill(lane, 0);
    return (a + b) + (c + d);
  }

  @Override
  public void apply(Direction direction, int length) {
    direction.apply(gradient, vectors, length);
  }

  @Override
  public void squareDirection(int sum, Direction direction, int length) {
    direction.square(gradient, vectors, length);
    for (int start = 0; start < length; start += LANES) {
      sum(lanes[sum], gradient, start, Math.min(LANES, length - start));
    }
  }

  private static void sum(double[] sum, double[] x, int start, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += x[start + i];
    }
  }

  @Override
  public void apply(Update update, int length) {
    update.apply(gradient, vectors, length);
  }

  @Override
  public void square(int sum, int vector, int length) {
    for (int start = 0; start < length; start += LANES) {
      square(lanes[sum], elements(vector), start, Math.min(LANES, length - start));
    }
  }

  private static void square(double[] sum, double[] x, int start, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += x[start + i] * x[start + i];
    }
  }

  @Override
  public void add(int vector, double factor, int length) {
    add(gradient, vectors[vector], factor, length);
  }

  private static void add(double[] target, double[] x, double factor, int length) {
    for (int i = 0; i < length; i++) {
      target[i] += factor * x[i];
    }
  }
}
