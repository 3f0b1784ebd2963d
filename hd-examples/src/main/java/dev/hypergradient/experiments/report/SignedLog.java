package dev.hypergradient.experiments.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * An axis for values of both signs and many magnitudes: linear up to a unit, which it maps to 1,
 * and logarithmic beyond, a power of ten for each further 1.
 *
 * @param exponent log₁₀ of the unit
 */
record SignedLog(int exponent) implements DoubleUnaryOperator {

  /** The axis of which the unit is the power of ten below the median magnitude. */
  static SignedLog of(double[] values) {
    double[] magnitudes =
        Arrays.stream(values).map(Math::abs).filter(value -> value > 0).sorted().toArray();
    double median = magnitudes.length == 0 ? 1 : magnitudes[magnitudes.length / 2];
    return new SignedLog((int) Math.floor(Math.log10(median)));
  }

  @Override
  public double applyAsDouble(double value) {
    double units = Math.abs(value) / Math.pow(10, exponent);
    return Math.signum(value) * (units <= 1 ? units : 1 + Math.log10(units));
  }

  /** The label at a place of the axis: a power of ten, 0, or nothing between them. */
  String label(double place) {
    if (place != Math.rint(place)) {
      return "";
    }
    String sign = place < 0 ? "-" : "";
    return place == 0 ? "0" : sign + "1e" + (exponent + (int) Math.abs(place) - 1);
  }
}
