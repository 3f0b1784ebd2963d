package dev.hypergradient.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * An axis for values that hardly differ, or are very small: their differences from a constant, in
 * units that give short numbers.
 *
 * @param offset the constant
 * @param exponent log₁₀ of the unit
 */
public record Magnified(double offset, int exponent) implements DoubleUnaryOperator {
  /** Relative differences below this can hardly be read from labels. */
  private static final double SMALL_DIFFERENCE = 0.01;

  private static final MathContext DIGITS = new MathContext(6);
  private static final double SMALL = 1e-2;
  private static final double LARGE = 1e4;

  /** The axis for some finite values: as they are if that is legible. */
  public static Magnified of(double[] values) {
    double min = Arrays.stream(values).min().orElse(0);
    double max = Arrays.stream(values).max().orElse(0);
    double magnitude = Math.max(Math.abs(min), Math.abs(max));
    boolean differsLittle = max > min && max - min < SMALL_DIFFERENCE * magnitude;
    double offset = differsLittle ? rounded(values[0]).doubleValue() : 0;
    double maxDifference = Math.max(Math.abs(min - offset), Math.abs(max - offset));
    boolean legible = maxDifference == 0 || (maxDifference >= SMALL && maxDifference < LARGE);
    return new Magnified(offset, legible ? 0 : (int) Math.floor(Math.log10(maxDifference)));
  }

  @Override
  public double applyAsDouble(double value) {
    return (value - offset) / Math.pow(10, exponent);
  }

  /** The title of the axis of a quantity. */
  public String describe(String quantity) {
    return quantity
        + (offset == 0 ? "" : " − " + rounded(offset).toString().replace('E', 'e'))
        + (exponent == 0 ? "" : ", in units of 1e" + exponent);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
  }
}
