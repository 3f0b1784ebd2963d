package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.fixtures.Serialised;
import java.io.IOException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deeplearning4j.nn.conf.serde.JsonMappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Levels are validated, compared by value, and survive JSON, YAML and Java serialisation. */
class HyperOptimizerConfigurationTest {

  private static final HyperOptimizer TOP = new HyperSgd(0.1);

  @ParameterizedTest
  @EnumSource
  void jsonAndYaml(Tower tower) throws JsonProcessingException {
    for (ObjectMapper mapper :
        new ObjectMapper[] {JsonMappers.getMapper(), JsonMappers.getMapperYaml()}) {
      String text = mapper.writeValueAsString(tower.bottom());
      assertThat(mapper.readValue(text, HyperOptimizer.class)).isEqualTo(tower.bottom());
    }
  }

  @Test
  void buildersShowWhatWasGiven() {
    assertThat(
            HyperSgd.builder()
                .learningRate(0.5)
                .learn(Hyperparameter.MOMENTUM)
                .hyperOptimizer(new HyperSgd(0.25)))
        .hasToString("{learningRate=[0.5], momentum=[0.0]} learn=[momentum] under HyperSgd(0.25)");
  }

  @Test
  void jsonSpeaksTheLanguageOfTheBuilders() throws JsonProcessingException {
    HyperOptimizer level =
        HyperRmsProp.builder()
            .learningRate(0.01)
            .learn(Hyperparameter.DECAY, Hyperparameter.LEARNING_RATE)
            .hyperOptimizer(HyperSgd.perHyperparameter(0.1, 0.2))
            .build();
    ObjectMapper mapper = JsonMappers.getMapper();
    String expected =
        "{'@class':'dev.hypergradient.hyper.HyperRmsProp','hyperOptimizer':"
            + "{'@class':'dev.hypergradient.hyper.HyperSgd','learningRates':[0.1,0.2]},"
            + "'learningRate':0.01,'decay':0.99,'learn':['LEARNING_RATE','DECAY']}";
    assertThat(mapper.readTree(mapper.writeValueAsString(level)))
        .isEqualTo(mapper.readTree(expected.replace('\'', '"')));
  }

  /** As written before there was momentum, or by hand. */
  @Test
  void jsonMayLeaveOutDefaults() throws JsonProcessingException {
    String json =
        "{'@class':'dev.hypergradient.hyper.HyperSgd','learningRate':0.2,'hyperOptimizer':"
            + "{'@class':'dev.hypergradient.hyper.HyperSgd','learningRate':0.1}}";
    assertThat(JsonMappers.getMapper().readValue(json.replace('\'', '"'), HyperOptimizer.class))
        .isEqualTo(new HyperSgd(0.2, TOP));
  }

  @ParameterizedTest
  @EnumSource
  void javaSerialisation(Tower tower) throws IOException, ClassNotFoundException {
    assertThat(Serialised.copy(tower.bottom())).isEqualTo(tower.bottom());
  }

  @ParameterizedTest
  @EnumSource
  void equalsByValue(Tower tower) {
    HyperOptimizer level = tower.bottom();
    HyperOptimizer again = tower.bottom();
    assertThat(level).isEqualTo(again).isNotSameAs(again).hasSameHashCodeAs(again);
    assertThat(Stream.of(Tower.values()).map(Tower::bottom).filter(level::equals)).hasSize(1);
  }

  /** Each differs from the first in one respect. */
  @Test
  void everySettingCounts() {
    HyperAdam.Builder builder = HyperAdam.builder().learningRate(0.1).hyperOptimizer(TOP);
    assertThat(
            Stream.of(
                new HyperAdam(0.1, TOP),
                new HyperAdam(0.2, TOP),
                new HyperAdam(0.1, new HyperSgd(0.2)),
                new HyperAdam(0.1),
                builder.beta1(0.8).build(),
                builder.beta1(0.9).learn(Hyperparameter.BETA1).build(),
                new HyperRmsProp(0.1, TOP)))
        .doesNotHaveDuplicates();
    assertThat(new HyperSgd(0.1)).isNotEqualTo(HyperSgd.perHyperparameter(0.1));
  }

  @Test
  void constructorsAreShortForBuilders() {
    assertThat(new HyperSgd(0.1))
        .isEqualTo(HyperSgd.builder().learningRate(0.1).momentum(0).build());
    assertThat(new HyperAdam(0.1, TOP))
        .isEqualTo(
            HyperAdam.builder()
                .learningRate(0.1)
                .beta1(0.9)
                .beta2(0.999)
                .epsilon(1e-8)
                .learn(Hyperparameter.LEARNING_RATE)
                .hyperOptimizer(TOP)
                .build());
    assertThat(new HyperRmsProp(0.1, TOP))
        .isEqualTo(
            HyperRmsProp.builder().learningRate(0.1).decay(0.99).hyperOptimizer(TOP).build());
    assertThat(new HyperAdaGrad(0.1, null)).isEqualTo(new HyperAdaGrad(0.1));
  }

  @Test
  void textNamesTheSettings() {
    assertThat(new HyperSgd(1e-8)).hasToString("HyperSgd(1.0E-8)");
    assertThat(new HyperAdam(0.1, HyperSgd.perHyperparameter(0.2)))
        .hasToString(
            "HyperAdam(0.1, beta1=0.9, beta2=0.999, epsilon=1.0E-8, learn=[learningRate],"
                + " HyperSgd(learningRates=[0.2]))");
  }

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad(
            () -> new HyperSgd(-2),
            "HyperSgd learningRate must be finite and not negative, got -2.0"),
        bad(
            () -> new HyperAdaGrad(Double.NaN, TOP),
            "HyperAdaGrad learningRate must be finite and not negative, got NaN"),
        bad(
            () -> HyperSgd.perHyperparameter(0.1, -1),
            "HyperSgd learningRate must be finite and not negative, got -1.0"),
        bad(HyperSgd::perHyperparameter, "learningRates must be at least 1, got none"),
        bad(() -> HyperAdam.builder().build(), "HyperAdam learningRate must be given"),
        bad(
            () -> HyperSgd.builder().learningRate(0.1).momentum(1).build(),
            "HyperSgd momentum must be in [0, 1), got 1.0"),
        bad(
            () -> HyperAdam.builder().learningRate(0.1).epsilon(0).build(),
            "HyperAdam epsilon must be finite and greater than 0, got 0.0"),
        bad(
            () ->
                HyperAdam.builder()
                    .learningRate(0.1)
                    .beta1(0)
                    .learn(Hyperparameter.BETA1)
                    .hyperOptimizer(TOP)
                    .build(),
            "HyperAdam learned beta1 must be in (0, 1), got 0.0"),
        bad(
            () -> new HyperRmsProp(0, TOP),
            "HyperRmsProp learned learningRate must be finite and greater than 0, got 0.0"),
        bad(
            () -> HyperAdaGrad.builder().learningRate(0.1).hyperOptimizer(TOP).learn().build(),
            "HyperAdaGrad learn must name some of [learningRate], got []"),
        bad(
            () ->
                HyperSgd.builder()
                    .learningRate(0.1)
                    .hyperOptimizer(TOP)
                    .learn(Hyperparameter.MOMENTUM, Hyperparameter.DECAY)
                    .build(),
            "HyperSgd learn must name some of [learningRate, momentum], got [momentum, decay]"),
        bad(
            () -> HyperSgd.builder().learningRate(0.1).learn(Hyperparameter.MOMENTUM).build(),
            "HyperSgd learn must come with a hyperOptimizer, got [momentum] without"),
        bad(
            () -> new TowerRun(HyperSgd.perHyperparameter(0.1, 0.2), 1, 2, 3),
            "HyperSgd must have 3 learningRates, one for each value, got 2"),
        bad(
            () -> new TowerRun(new HyperAdam(0.1, HyperSgd.perHyperparameter(0.1, 0.2)), 1),
            "HyperSgd must have 1 learningRates, one for each value, got 2"));
  }

  private static Arguments bad(ThrowingCallable setting, String message) {
    return Arguments.of(message, setting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSettings")
  void badSettingsAreRefused(String message, ThrowingCallable setting) {
    assertThatThrownBy(setting).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  /** A file edited by hand is checked like a constructor call. */
  @Test
  void badJsonIsRefused() {
    String json = "{\"@class\":\"dev.hypergradient.hyper.HyperSgd\",\"learningRate\":-1}";
    assertThatThrownBy(() -> JsonMappers.getMapper().readValue(json, HyperOptimizer.class))
        .hasStackTraceContaining("HyperSgd learningRate must be finite and not negative, got -1.0");
  }
}
