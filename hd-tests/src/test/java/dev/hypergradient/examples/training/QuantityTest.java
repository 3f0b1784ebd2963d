package dev.hypergradient.examples.training;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void isOrderedByLevelHyperparameterAndIndex() {
    assertThat(
            Stream.of(
                    new Quantity(1, LEARNING_RATE, OptionalInt.of(1)),
                    new Quantity(1, LEARNING_RATE, OptionalInt.of(0)),
                    new Quantity(1, LEARNING_RATE, OptionalInt.empty()),
                    new Quantity(0, BETA1, OptionalInt.empty()),
                    new Quantity(0, LEARNING_RATE, OptionalInt.empty()))
                .sorted())
        .extracting(Quantity::toString)
        .containsExactly(
            "level 0 learningRate",
            "level 0 beta1",
            "level 1 learningRate",
            "level 1 learningRate[0]",
            "level 1 learningRate[1]");
  }
}
