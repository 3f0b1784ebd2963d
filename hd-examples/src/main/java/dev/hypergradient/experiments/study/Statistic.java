package dev.hypergradient.experiments.study;

import java.util.Arrays;
import java.util.Locale;

/** Summarises several numbers; NaN if there are none. */
enum Statistic {
  /** The middle one, or the mean of the two in the middle. */
  MEDIAN {
    @Override
    double ofSorted(double[] values) {
      int middle = values.length / 2;
      return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
  },

  /** The largest. */
  WORST {
    @Override
    double ofSorted(double[] values) {
      return values[values.length - 1];
    }
  },

  /** The share that is not below 1. */
  NOT_BELOW {
    @Override
    double ofSorted(double[] values) {
      return (double) Arrays.stream(values).filter(value -> value >= 1).count() / values.length;
    }
  },

  /** The sum. */
  TOTAL {
    @Override
    double ofSorted(double[] values) {
      return Arrays.stream(values).sum();
    }
  };

  /** The statistic of numbers in any order; NaN counts as larger than all others. */
  double of(double[] values) {
    return values.length == 0 ? Double.NaN : ofSorted(Arrays.stream(values).sorted().toArray());
  }

  abstract double ofSorted(double[] values);

  /** The name in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
