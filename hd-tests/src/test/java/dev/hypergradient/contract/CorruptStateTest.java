package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.UpdaterStateException;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.Map;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A state array with wrong elements is refused, or training goes on by the usual rules if the wrong
 * elements could be right ones: no other error, and no parameter that is not finite.
 */
class CorruptStateTest {

  /**
   * Learning rates and directions near the end of the range take parameters out of it; these do
   * not, even multiplied with each other.
   */
  private static final double LARGE = 1e12;

  /** How the message of a refusal may begin. */
  private static final String REFUSED =
      "not an updater state of this updater: expected .*"
          + "|updater state is corrupt: expected .*"
          + "|updater state of .* does not fit .* expected .*"
          + "|the updater state belongs to another network: it expects .*";

  @Provide
  static Arbitrary<Map<Integer, Double>> corruptions() {
    return Arbitraries.maps(places(), values()).ofMinSize(1).ofMaxSize(3);
  }

  /** The first block's scalars are at the beginning of the state. */
  private static Arbitrary<Integer> places() {
    return Arbitraries.oneOf(
        Arbitraries.integers().greaterOrEqual(0), Arbitraries.integers().between(0, 100));
  }

  private static Arbitrary<Double> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.doubles().between(-10, 10)),
        Tuple.of(1, Arbitraries.doubles().between(-LARGE, LARGE)),
        Tuple.of(
            1,
            Arbitraries.of(
                0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
  }

  @Property
  void refusedOrTrained(
      @ForAll UpdaterKind kind, @ForAll("corruptions") Map<Integer, Double> corruptions) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    train(network);
    INDArray state = network.updaterState().dup();
    corruptions.forEach((at, value) -> state.putScalar(at % state.length(), value));
    network.setUpdater(new MultiLayerUpdater(network, state));
    try {
      train(network);
    } catch (NonFiniteGradientException e) {
      assertThat(e).hasMessageContaining("steps in a row");
    } catch (UpdaterStateException e) {
      assertThat(e).hasMessageMatching(REFUSED);
    }
    assertThat(DoubleStream.of(network.params().toDoubleVector()))
        .as("parameters")
        .allMatch(Double::isFinite, "finite");
  }

  private static void train(MultiLayerNetwork network) {
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
  }
}
