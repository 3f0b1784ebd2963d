package dev.hypergradient.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Equality to the last bit: that of ND4J itself forgives differences of up to 1e-5. */
final class Bitwise {

  private Bitwise() {}

  static void assertEqual(INDArray actual, INDArray expected) {
    assertThat(values(actual)).isEqualTo(values(expected));
  }

  static void assertNotEqual(INDArray actual, INDArray other) {
    assertThat(values(actual)).isNotEqualTo(values(other));
  }

  private static double[] values(INDArray array) {
    return array.reshape(array.length()).toDoubleVector();
  }
}
