package dev.hypergradient.internal.scalars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.internal.kernel.FlatVector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Scalars survive in an array of any data type. */
class SplitScalarsTest {

  /** Doubles of all magnitudes in a range, with all of their 53 bits in use. */
  private static Arbitrary<Double> doubles(int minExponent, int maxExponent) {
    Arbitrary<Long> significands = Arbitraries.longs().between(1L << 52, (1L << 53) - 1);
    Arbitrary<Integer> exponents = Arbitraries.integers().between(minExponent, maxExponent);
    Arbitrary<Integer> signs = Arbitraries.of(-1, 1);
    return Combinators.combine(significands, exponents, signs)
        .as(
            (significand, exponent, sign) ->
                sign * Math.scalb(significand.doubleValue(), exponent - 52));
  }

  @Provide
  static Arbitrary<Double> inDouble() {
    return doubles(Double.MIN_EXPONENT, Double.MAX_EXPONENT);
  }

  /**
   * From where the last of the 53 bits is a multiple of FLOAT's smallest number in the last limb.
   */
  @Provide
  static Arbitrary<Double> inFloat() {
    return doubles(-149 - 33 + 52, Float.MAX_EXPONENT - 1);
  }

  @Provide
  static Arbitrary<Double> inHalf() {
    return doubles(-80, 14);
  }

  @Property(tries = 300)
  void exactInDouble(@ForAll("inDouble") double value) {
    assertThat(read(value, DataType.DOUBLE)).isEqualTo(value);
  }

  @Property(tries = 300)
  void exactInFloat(@ForAll("inFloat") double value) {
    assertThat(read(value, DataType.FLOAT)).isEqualTo(value);
  }

  /** Four limbs of 11 bits, the last of which is a multiple of 2⁻²⁴ / 2³³. */
  @Property(tries = 300)
  void to44BitsInHalf(@ForAll("inHalf") double value) {
    double resolution = Math.max(Math.abs(value) * 0x1p-44, 0x1p-57);
    assertThat(read(value, DataType.FLOAT16)).isCloseTo(value, within(resolution));
  }

  /** As the second of two scalars, after another number. */
  private static double read(double value, DataType dataType) {
    FlatVector vector = FlatVector.of(Nd4j.create(dataType, SplitScalars.elements(2)));
    new SplitScalars(vector, 2).write(new double[] {1, value});
    return new SplitScalars(vector, 2).read()[1];
  }
}
