package dev.hypergradient.experiments.study.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

class CharactersTest {
  @Test
  void labelsAreTheNextCharacters() {
    Characters text = Characters.ofLicence();
    MultiDataSet pieces = text.train().batch(new int[] {0, 1}, 0, 2);
    INDArray inputs = pieces.getFeatures(0);
    INDArray labels = pieces.getLabels(0);

    assertThat(inputs.shape()).containsExactly(2, text.alphabet(), Characters.LENGTH);
    // One character at each place.
    assertThat(inputs.sum(1).dup().data().asDouble()).containsOnly(1);
    assertThat(between(labels, 0, Characters.LENGTH - 1))
        .isEqualTo(between(inputs, 1, Characters.LENGTH));
  }

  private static INDArray between(INDArray pieces, int from, int to) {
    return pieces
        .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
        .dup();
  }
}
