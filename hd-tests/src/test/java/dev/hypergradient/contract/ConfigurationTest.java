package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.AdaGradHd;
import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.LearningRateRule;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.Serialised;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/**
 * Configurations are validated, compared by value, and survive JSON, YAML and Java serialisation.
 */
class ConfigurationTest {

  static Stream<HypergradientUpdater> configurations() {
    return Stream.of(
        new SgdHd(0.1, 0.01),
        new NesterovsHd(0, 0.8, 1e-3),
        new AdamHd(0, 1e-8),
        new SgdHd(0.01, new HyperSgd(0.01, new HyperSgd(0.01))),
        SgdHd.builder().hyperLearningRate(0.1).minLearningRate(0).maxSkippedSteps(3).build(),
        NesterovsHd.builder()
            .learningRate(0.5)
            .learningRateRule(LearningRateRule.MULTIPLICATIVE)
            .momentum(0)
            .hyperOptimizer(new HyperSgd(0))
            .maxLearningRate(1)
            .build(),
        new AdamHd(1e-3, new HyperAdam(1e-3, new HyperSgd(1e-5))),
        new RmsPropHd(0.1, 1e-4),
        new AdaGradHd(0, 1e-4),
        new SgdHd(),
        new NesterovsHd(),
        new AdamHd(),
        AdamHd.builder()
            .learningRateRule(LearningRateRule.PARAMETER_FREE)
            .beta2(0.99)
            .maxLearningRate(0.1)
            .build(),
        NesterovsHd.builder().hyperLearningRate(1e-3).finalLearningRate(0.01).build(),
        SgdHd.builder()
            .hyperLearningRate(1e-3)
            .finalLearningRate(0.01)
            .transitionSchedule(new StepSchedule(ScheduleType.EPOCH, 1, 0.5, 10))
            .build(),
        AdamHd.builder()
            .hyperLearningRate(1e-7)
            .learn(Hyperparameter.BETA2, Hyperparameter.LEARNING_RATE)
            .build(),
        AdamHd.builder()
            .hyperLearningRate(1e-7)
            .beta1(0)
            .beta2(0.9)
            .epsilon(1e-4)
            .initialSecondMoment(1e-8)
            .learningRateSchedule(new StepSchedule(ScheduleType.ITERATION, 1, 0.5, 10))
            .build());
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void json(HypergradientUpdater updater) {
    MultiLayerConfiguration configuration = Networks.mlp(updater).getLayerWiseConfigurations();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
    assertThat(updaterOf(read)).isEqualTo(updater).isNotSameAs(updater);
    assertThat(read).isEqualTo(configuration);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void yaml(HypergradientUpdater updater) {
    MultiLayerConfiguration configuration = Networks.mlp(updater).getLayerWiseConfigurations();
    assertThat(updaterOf(MultiLayerConfiguration.fromYaml(configuration.toYaml())))
        .isEqualTo(updater);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void jsonOfAGraph(HypergradientUpdater updater) {
    ComputationGraphConfiguration configuration = Networks.graph(updater).getConfiguration();
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
        .isEqualTo(configuration);
  }

  /** SameDiff has a JSON mapper of its own. */
  @ParameterizedTest
  @MethodSource("configurations")
  void jsonOfSameDiff(HypergradientUpdater updater) {
    TrainingConfig configuration =
        TrainingConfig.builder()
            .updater(updater)
            .dataSetFeatureMapping("x")
            .markLabelsUnused()
            .build();
    assertThat(TrainingConfig.fromJson(configuration.toJson()).getUpdater()).isEqualTo(updater);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void javaSerialisation(HypergradientUpdater updater) throws IOException, ClassNotFoundException {
    assertThat(Serialised.copy(updater)).isEqualTo(updater);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void equalsByValue(HypergradientUpdater updater) {
    assertThat(updater.clone()).isEqualTo(updater).hasSameHashCodeAs(updater).isNotSameAs(updater);
    assertThat(configurations().filter(updater::equals)).hasSize(1);
  }

  /** What is set later does not count in comparisons, and is kept wherever the updater goes. */
  @ParameterizedTest
  @MethodSource("configurations")
  void setLaterRatesAreKept(HypergradientUpdater updater)
      throws IOException, ClassNotFoundException {
    HypergradientUpdater changed = updater.clone();
    ISchedule schedule = new StepSchedule(ScheduleType.EPOCH, 1, 0.5, 10);
    boolean findsItsRate = updater.getLearningRateRule() == LearningRateRule.PARAMETER_FREE;
    if (!findsItsRate) {
      changed.setLrAndSchedule(0.015, null);
      assertThat(changed.getLearningRateSchedule()).isEmpty();
    }
    changed.setLrAndSchedule(Double.NaN, schedule);
    double rate = findsItsRate ? updater.getInitialLearningRate() : 0.015;
    MultiLayerConfiguration configuration = Networks.mlp(changed).getLayerWiseConfigurations();
    for (IUpdater each :
        List.of(
            changed,
            changed.clone(),
            Serialised.copy(changed),
            updaterOf(MultiLayerConfiguration.fromJson(configuration.toJson())),
            updaterOf(MultiLayerConfiguration.fromYaml(configuration.toYaml())))) {
      HypergradientUpdater read = (HypergradientUpdater) each;
      assertThat(read).isEqualTo(updater).hasSameHashCodeAs(updater);
      assertThat(read.getInitialLearningRate()).isEqualTo(rate);
      assertThat(read.getLearningRateSchedule()).contains(schedule);
    }
    assertThat(updater.getLearningRateSchedule()).isNotEqualTo(changed.getLearningRateSchedule());
  }

  @Test
  void aHyperLearningRateIsShortForGradientDescent() {
    assertThat(new AdamHd(0, 1e-8)).isEqualTo(new AdamHd(0, new HyperSgd(1e-8)));
    assertThat(AdamHd.builder().hyperLearningRate(1e-8).build()).isEqualTo(new AdamHd(0, 1e-8));
  }

  @Test
  void aBuilderWithoutOptionsNeedsNoNumber() {
    assertThat(AdamHd.builder().build()).isEqualTo(new AdamHd());
    assertThat(NesterovsHd.builder().build()).isEqualTo(new NesterovsHd());
    assertThat(SgdHd.builder().build()).isEqualTo(new SgdHd());
  }

  @Test
  void gettersShowWhatWasSet() {
    StepSchedule schedule = new StepSchedule(ScheduleType.ITERATION, 1, 0.5, 10);
    StepSchedule transition = new StepSchedule(ScheduleType.EPOCH, 1, 0.5, 10);
    SgdHd updater =
        SgdHd.builder()
            .learningRate(0.5)
            .learningRateSchedule(schedule)
            .hyperOptimizer(new HyperAdam(0.01))
            .learn(Hyperparameter.MOMENTUM, Hyperparameter.LEARNING_RATE)
            .learningRateRule(LearningRateRule.MULTIPLICATIVE)
            .learningRateScope(LearningRateScope.LAYER)
            .networkPull(0.25)
            .minLearningRate(0.125)
            .maxLearningRate(2)
            .finalLearningRate(0.75)
            .transitionSchedule(transition)
            .maxSkippedSteps(7)
            .momentum(0.625)
            .build();
    assertThat(updater.getInitialLearningRate()).isEqualTo(0.5);
    assertThat(updater.getLearningRateSchedule()).contains(schedule);
    assertThat(updater.getHyperOptimizer()).isEqualTo(new HyperAdam(0.01));
    assertThat(updater.getLearn())
        .containsExactly(Hyperparameter.LEARNING_RATE, Hyperparameter.MOMENTUM);
    assertThat(updater.getLearningRateRule()).isEqualTo(LearningRateRule.MULTIPLICATIVE);
    assertThat(updater.getLearningRateScope()).isEqualTo(LearningRateScope.LAYER);
    assertThat(updater.getNetworkPull()).isEqualTo(0.25);
    assertThat(updater.getMinLearningRate()).hasValue(0.125);
    assertThat(updater.getMaxLearningRate()).hasValue(2);
    assertThat(updater.getFinalLearningRate()).hasValue(0.75);
    assertThat(updater.getTransitionSchedule()).contains(transition);
    assertThat(updater.getMaxSkippedSteps()).isEqualTo(7);
    assertThat(updater.getMomentum()).isEqualTo(0.625);
  }

  @Test
  void gettersShowDefaults() {
    AdamHd updater = new AdamHd(0, 1e-8);
    assertThat(updater.getInitialLearningRate()).isZero();
    assertThat(updater.getLearningRateSchedule()).isEmpty();
    assertThat(updater.getLearn()).containsExactly(Hyperparameter.LEARNING_RATE);
    assertThat(updater.getLearningRateRule()).isEqualTo(LearningRateRule.ADDITIVE);
    assertThat(updater.getLearningRateScope()).isEqualTo(LearningRateScope.NETWORK);
    assertThat(updater.getNetworkPull()).isZero();
    assertThat(updater.getMinLearningRate()).isEmpty();
    assertThat(updater.getMaxLearningRate()).isEmpty();
    assertThat(updater.getFinalLearningRate()).isEmpty();
    assertThat(updater.getTransitionSchedule()).isEmpty();
    assertThat(updater.getMaxSkippedSteps()).isEqualTo(10);
    assertThat(updater.getBeta1()).isEqualTo(0.9);
    assertThat(updater.getBeta2()).isEqualTo(0.999);
    assertThat(updater.getEpsilon()).isEqualTo(1e-8);
    assertThat(updater.getInitialSecondMoment()).isZero();
  }

  @Test
  void buildersShowWhatWasGiven() {
    assertThat(AdamHd.builder().learningRate(0.5).beta1(0.25))
        .hasToString("AdamHd{beta1=0.25, learningRate=0.5}");
  }

  @Test
  void textNamesTheHyperparameters() {
    assertThat(new AdamHd(0, 1e-8))
        .hasToString(
            "{updater=AdamHd, learningRate=0.0, beta1=0.9, beta2=0.999, epsilon=1.0E-8,"
                + " initialSecondMoment=0.0, learn=[learningRate], hyperOptimizer=HyperSgd(1.0E-8),"
                + " learningRateRule=ADDITIVE, learningRateScope=NETWORK, maxSkippedSteps=10}");
  }

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad(() -> new SgdHd(-0.1, 0.01), "learningRate must be finite and not negative, got -0.1"),
        bad(
            () -> new SgdHd(Double.NaN, 0.01),
            "learningRate must be finite and not negative, got NaN"),
        bad(() -> new SgdHd(0, -1), "hyperLearningRate must be finite and not negative, got -1.0"),
        bad(
            () -> new AdamHd(0, Double.POSITIVE_INFINITY),
            "hyperLearningRate must be finite and not negative, got Infinity"),
        bad(() -> new NesterovsHd(0, 1, 0.1), "momentum must be in [0, 1), got 1.0"),
        bad(() -> new NesterovsHd(0, -0.1, 0.1), "momentum must be in [0, 1), got -0.1"),
        bad(() -> AdamHd.builder().beta1(1), "beta1 must be in [0, 1), got 1.0"),
        bad(() -> AdamHd.builder().beta2(Double.NaN), "beta2 must be in [0, 1), got NaN"),
        bad(
            () -> AdamHd.builder().epsilon(0),
            "epsilon must be finite and greater than 0, got 0.0"),
        bad(
            () -> AdamHd.builder().initialSecondMoment(-1e-8),
            "initialSecondMoment must be finite and not negative, got -1.0E-8"),
        bad(() -> new RmsPropHd(0, 0.1), "learningRate must be finite and greater than 0, got 0.0"),
        bad(() -> RmsPropHd.builder().decay(1), "decay must be in [0, 1), got 1.0"),
        bad(
            () -> SgdHd.builder().hyperLearningRate(1).learn(Hyperparameter.BETA1).build(),
            "learn must be one or more of [learningRate, momentum], got [beta1]"),
        bad(
            () ->
                AdamHd.builder()
                    .learn(Hyperparameter.LEARNING_RATE, Hyperparameter.BETA1)
                    .hyperOptimizer(HyperSgd.perHyperparameter(1e-3, 1e-3, 1e-3))
                    .build(),
            "HyperSgd must have 2 learningRates, one for each value, got 3"),
        bad(
            () ->
                AdamHd.builder()
                    .beta1(0)
                    .learn(Hyperparameter.BETA1)
                    .hyperLearningRate(1e-3)
                    .build(),
            "beta1 must be in (0, 1), got 0.0"),
        bad(
            () -> AdaGradHd.builder().hyperLearningRate(1).learn().build(),
            "learn must be one or more of [learningRate], got []"),
        bad(() -> SgdHd.builder().maxSkippedSteps(0), "maxSkippedSteps must be at least 1, got 0"),
        bad(
            () -> SgdHd.builder().minLearningRate(Double.NEGATIVE_INFINITY),
            "minLearningRate must be finite, got -Infinity"),
        bad(
            () -> new HyperSgd(-2),
            "HyperSgd learningRate must be finite and not negative, got -2.0"),
        bad(
            () -> SgdHd.builder().learningRate(0.1).build(),
            "hyperLearningRate or hyperOptimizer must be given, got neither"),
        bad(
            () ->
                SgdHd.builder()
                    .learningRate(2)
                    .hyperLearningRate(0)
                    .minLearningRate(0)
                    .maxLearningRate(1)
                    .build(),
            "learningRate must be in [minLearningRate, maxLearningRate] = [0.0, 1.0], got 2.0"),
        bad(
            () ->
                SgdHd.builder()
                    .learningRate(2)
                    .hyperLearningRate(0)
                    .minLearningRate(3)
                    .maxLearningRate(1)
                    .build(),
            "minLearningRate must be at most maxLearningRate = 1.0, got 3.0"),
        bad(
            () ->
                AdamHd.builder()
                    .learningRateRule(LearningRateRule.PARAMETER_FREE)
                    .hyperLearningRate(1e-7)
                    .build(),
            "learningRateRule PARAMETER_FREE takes no hyperOptimizer, got HyperSgd(1.0E-7)"),
        bad(
            () ->
                AdamHd.builder()
                    .learningRateRule(LearningRateRule.PARAMETER_FREE)
                    .learn(Hyperparameter.BETA1)
                    .build(),
            "learningRateRule PARAMETER_FREE takes no learn, got [beta1]"),
        bad(
            () ->
                AdamHd.builder()
                    .learningRateRule(LearningRateRule.PARAMETER_FREE)
                    .finalLearningRate(0.1)
                    .build(),
            "learningRateRule PARAMETER_FREE takes no finalLearningRate, got 0.1"),
        bad(
            () -> AdaGradHd.builder().learningRateRule(LearningRateRule.PARAMETER_FREE).build(),
            "learningRateRule of AdaGradHd must need a number, got PARAMETER_FREE"),
        bad(
            () -> SgdHd.builder().finalLearningRate(-1),
            "finalLearningRate must be finite and not negative, got -1.0"),
        bad(
            () ->
                SgdHd.builder()
                    .hyperLearningRate(0)
                    .transitionSchedule(new FixedSchedule(0.5))
                    .build(),
            "transitionSchedule needs a finalLearningRate, got FixedSchedule(value=0.5)"),
        bad(
            () ->
                SgdHd.builder()
                    .hyperLearningRate(0.1)
                    .learningRateRule(LearningRateRule.MULTIPLICATIVE)
                    .build(),
            "learningRate must be finite and greater than 0, got 0.0"));
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
    String json =
        Networks.mlp(new NesterovsHd(0, 0.5, 0.1))
            .getLayerWiseConfigurations()
            .toJson()
            .replace("\"momentum\" : 0.5", "\"momentum\" : 1.5");
    assertThatThrownBy(() -> MultiLayerConfiguration.fromJson(json))
        .hasStackTraceContaining("momentum must be in [0, 1), got 1.5");
  }

  private static IUpdater updaterOf(MultiLayerConfiguration configuration) {
    return ((BaseLayer) configuration.getConf(0).getLayer()).getIUpdater();
  }
}
