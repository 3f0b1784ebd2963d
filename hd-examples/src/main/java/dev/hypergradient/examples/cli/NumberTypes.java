package dev.hypergradient.examples.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of the command line, each within its range. */
public final class NumberTypes {
  private NumberTypes() {}

  /** A number of at least 0 that the networks, of single precision, can hold. */
  public static final class NonNegative implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double value = parse(text);
      if (!(value >= 0 && Double.isFinite(value))) {
        throw new TypeConversionException("must be a number of at least 0, got " + text);
      }
      if (value > Float.MAX_VALUE) {
        throw new TypeConversionException("must be at most " + Float.MAX_VALUE + ", got " + text);
      }
      return value;
    }
  }

  /** A number above 0, at most 1,000, by which something is multiplied. */
  public static final class Factor implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double value = parse(text);
      if (!(value > 0 && value <= 1000)) {
        throw new TypeConversionException("must be a number above 0, at most 1000, got " + text);
      }
      return value;
    }
  }

  /** A number in [0, 1). */
  public static final class Fraction implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double value = parse(text);
      if (!(value >= 0 && value < 1)) {
        throw new TypeConversionException("must be a number in [0, 1), got " + text);
      }
      return value;
    }
  }

  /** A whole number of at least 1. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int value = Integer.parseInt(text);
        if (value >= 1) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Reported like a number out of range.
      }
      throw new TypeConversionException("must be a whole number of at least 1, got " + text);
    }
  }

  /** Returns NaN, which no range holds, for text that is no number. */
  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
