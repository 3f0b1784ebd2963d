package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.hypergradient.SgdHd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Clusters sum the states of their workers and divide by how many there are. */
class AveragedStateTest {

  /** Odd, so that the sums have more bits than the 24 of FLOAT from three workers on. */
  private static final long LENGTH = 7_600_003;

  /** The place of a block's gradient must come out of the mean as it went in. */
  @ParameterizedTest
  @ValueSource(ints = {2, 30, 1_000})
  void meanOfEqualStatesTrainsOn(int workers) {
    SgdHd config = new SgdHd(0.1, 0.01);
    INDArray gradient = Nd4j.ones(DataType.FLOAT, LENGTH);
    INDArray state = Nd4j.create(DataType.FLOAT, config.stateSize(LENGTH));
    config.instantiate(state, true).applyUpdater(gradient, 0, 0);

    INDArray scalars = state.get(NDArrayIndex.interval(0, state.length() - LENGTH));
    INDArray one = scalars.dup();
    for (int worker = 1; worker < workers; worker++) {
      scalars.addi(one);
    }
    scalars.divi(workers);

    GradientUpdater<?> averaged = config.instantiate(state, false);
    assertThatNoException().isThrownBy(() -> averaged.applyUpdater(gradient, 1, 0));
  }
}
