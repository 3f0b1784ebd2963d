package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MagnifiedTest {
  @Test
  void leavesLegibleValuesAsTheyAre() {
    Magnified scale = Magnified.of(new double[] {0.01, 0.14});

    assertThat(scale.applyAsDouble(0.14)).isEqualTo(0.14);
    assertThat(scale.describe("x")).isEqualTo("x");
  }

  @Test
  void showsSmallDifferencesFromTheStart() {
    // As 0.999 comes out of tanh.
    Magnified scale = Magnified.of(new double[] {0.9989999999999999, 0.99896, 0.99899});

    assertThat(scale.describe("β₂")).isEqualTo("β₂ − 0.999, in units of 1e-5");
    // Differences of numbers near 1 are rounded by 1e-16, 1e-11 units.
    assertThat(scale.applyAsDouble(0.99896)).isEqualTo(-4, within(1e-10));
  }

  @Test
  void showsSmallValuesInUnitsOfTheirSize() {
    Magnified scale = Magnified.of(new double[] {0, 3e-7});

    assertThat(scale.describe("α")).isEqualTo("α, in units of 1e-7");
    assertThat(scale.applyAsDouble(3e-7)).isEqualTo(3, within(1e-14));
  }

  @Test
  void constantsHaveNoDifferences() {
    assertThat(Magnified.of(new double[] {0.5, 0.5})).isEqualTo(new Magnified(0, 0));
    assertThat(Magnified.of(new double[0])).isEqualTo(new Magnified(0, 0));
  }
}
