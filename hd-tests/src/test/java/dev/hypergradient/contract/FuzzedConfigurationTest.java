package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.fixtures.FuzzedUpdaters;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.Serialised;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonMappingException;

/** Whatever a configuration says, it is refused with the value that is wrong, or it works. */
class FuzzedConfigurationTest {

  private static final Pattern GOT = Pattern.compile("got (\\[.*]|\\w+\\(.*\\)|\\S+)");

  private static final int STEPS = 3;

  /**
   * Learning rates near the end of the data type's range take parameters out of it; these do not.
   */
  private static final double LARGE = 1e12;

  /** What depends on the network's data type, or on the values that a schedule will have. */
  private static final String REFUSED_IN_TRAINING =
      "(learningRateSchedule|transitionSchedule) at iteration .* must be finite, got .*"
          + "|hyperparameters must be at most .* in a network of FLOAT, got .*";

  @Provide
  static Arbitrary<Map<String, Object>> updaters() {
    return FuzzedUpdaters.any();
  }

  @Property
  void refusedOrUsable(
      @ForAll("updaters") Map<String, Object> json, @ForAll("types") DataType dataType)
      throws IOException, ClassNotFoundException {
    Optional<HypergradientUpdater> read = read(json);
    if (read.isPresent()) {
      assertSurvivesSerialisation(read.get());
      assertTrains(read.get(), dataType);
    }
  }

  @Provide
  static Arbitrary<DataType> types() {
    return Arbitraries.of(DataType.FLOAT, DataType.DOUBLE);
  }

  private static Optional<HypergradientUpdater> read(Map<String, Object> json)
      throws JsonProcessingException {
    String text = NeuralNetConfiguration.mapper().writeValueAsString(json);
    try {
      return Optional.of(
          (HypergradientUpdater) NeuralNetConfiguration.mapper().readValue(text, IUpdater.class));
    } catch (JsonMappingException e) {
      assertThat(e).cause().isInstanceOf(IllegalArgumentException.class);
      String message = e.getCause().getMessage();
      assertThat(GOT.matcher(message).results().map(r -> r.group(1)))
          .as(message)
          .hasSize(1)
          .allMatch(got -> values(json).anyMatch(got::equals));
      return Optional.empty();
    }
  }

  /** All values in the configuration, as an error message would show them. */
  private static Stream<String> values(Object json) {
    if (json instanceof Map<?, ?> object) {
      Stream<String> members = object.values().stream().flatMap(FuzzedConfigurationTest::values);
      return Stream.concat(members, text(object).stream());
    }
    Stream<String> self = Stream.of(json.toString());
    return json instanceof Collection<?> array
        ? Stream.concat(
            Stream.concat(self, Stream.of(Integer.toString(array.size()))),
            array.stream().flatMap(FuzzedConfigurationTest::values))
        : self;
  }

  /** A schedule or a hyper optimiser, if it is not refused itself. */
  private static Optional<String> text(Map<?, ?> json) {
    try {
      Class<?> type = Class.forName(json.get("@class").toString());
      return HypergradientUpdater.class.isAssignableFrom(type)
          ? Optional.empty()
          : Optional.of(NeuralNetConfiguration.mapper().convertValue(json, type).toString());
    } catch (ClassNotFoundException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void assertSurvivesSerialisation(HypergradientUpdater updater)
      throws IOException, ClassNotFoundException {
    MultiLayerConfiguration configuration =
        Networks.configuration(updater).list().layer(Networks.output()).build();
    assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
    assertThat(Serialised.copy(updater)).isEqualTo(updater);
  }

  private static void assertTrains(HypergradientUpdater updater, DataType dataType) {
    MultiLayerNetwork network = Networks.mlp(updater, options -> options.dataType(dataType));
    try {
      for (int i = 0; i < STEPS; i++) {
        assumeModestRate(network);
        network.fit(Networks.batch(i, dataType));
      }
    } catch (NonFiniteGradientException e) {
      assertThat(e).hasMessageContaining("in a row had a non-finite gradient");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching(REFUSED_IN_TRAINING);
      return;
    }
    assumeModestRate(network);
    assertThat(DoubleStream.of(network.params().castTo(DataType.DOUBLE).toDoubleVector()))
        .as("parameters")
        .allMatch(Double::isFinite, "finite");
  }

  private static void assumeModestRate(MultiLayerNetwork network) {
    Assume.that(Math.abs(Networks.learningRate(network)) <= LARGE);
  }
}
