package dev.hypergradient.experiments.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The words of the reference implementation, M. Matsumoto and T. Nishimura's {@code mt19937ar.c},
 * for seed 1: 1791095845, 4282876139, 3093770124, 4005303368.
 */
class TorchRandomTest {
  @Test
  void numbersAreTheLower24Bits() {
    TorchRandom random = new TorchRandom(1);

    // 1791095845 mod 2²⁴ = 12710949 and 4282876139 mod 2²⁴ = 4686059; an eighth is exact.
    assertThat(random.uniform(0.125f)).isEqualTo((float) (12710949 * 0x1p-26 - 0.125));
    assertThat(random.uniform(0.125f)).isEqualTo((float) (4686059 * 0x1p-26 - 0.125));
  }

  @Test
  void permutationsTakeRemainders() {
    // 1791095845 mod 4 = 1: 1 0 2 3; 4282876139 mod 3 = 2: 1 3 2 0; 3093770124 mod 2 = 0.
    assertThat(new TorchRandom(1).permutation(4)).containsExactly(1, 3, 2, 0);
  }

  @Test
  void skippingIsDrawing() {
    TorchRandom random = new TorchRandom(1);
    TorchRandom skipping = new TorchRandom(1);

    random.uniform(1);
    random.uniform(1);
    skipping.skip(2);

    assertThat(skipping.uniform(1)).isEqualTo(random.uniform(1));
  }
}
