package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.SgdHd;
import dev.hypergradient.hyper.HyperSgd;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class UniformTowerTest {
  @Test
  void heightZeroIsPlain() {
    assertThat(UniformTower.SGD.of(0, 0.1, 0.2)).isEqualTo(new Sgd(0.1));
    assertThat(UniformTower.ADAM.of(0, 0.1, 0.2)).isEqualTo(new Adam(0.1));
  }

  @Test
  void heightCountsTheLevelsAbove() {
    assertThat(UniformTower.SGD.of(1, 0.1, 0.2)).isEqualTo(new SgdHd(0.1, new HyperSgd(0.2)));
    assertThat(UniformTower.SGD.of(3, 0.1, 0.2))
        .isEqualTo(new SgdHd(0.1, new HyperSgd(0.2, new HyperSgd(0.2, new HyperSgd(0.2)))));
  }
}
