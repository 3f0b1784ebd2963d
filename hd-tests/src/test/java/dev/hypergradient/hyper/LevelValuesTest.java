package dev.hypergradient.hyper;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.DECAY;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelValuesTest {

  @Test
  void everyLevelShowsLearnedAndConstantValues() {
    TowerRun run = new TowerRun(new HyperAdam(0.1, HyperSgd.perHyperparameter(0.2)), 1);

    assertThat(run.levels())
        .containsExactly(
            new LevelValues(
                "HyperAdam",
                Map.of(
                    LEARNING_RATE, List.of(0.1),
                    BETA1, List.of(0.9),
                    BETA2, List.of(0.999),
                    EPSILON, List.of(1e-8)),
                Set.of(LEARNING_RATE)),
            new LevelValues("HyperSgd", Map.of(LEARNING_RATE, List.of(0.2)), Set.of()));
    assertThat(run.level(0))
        .hasToString("HyperAdam{learningRate=[0.1], beta1=[0.9], beta2=[0.999], epsilon=[1.0E-8]}");
  }

  /** A level that remembers nothing still has its constants. */
  @Test
  void constantsNeedNoState() {
    TowerRun run = new TowerRun(HyperSgd.perHyperparameter(0.1, 0.2), 1, 2);
    assertThat(run.state()).isEmpty();
    assertThat(run.level(0).getValues())
        .containsExactly(Map.entry(LEARNING_RATE, List.of(0.1, 0.2)));
    assertThat(run.level(0).getLearned()).isEmpty();
  }

  @Test
  void keepsACopy() {
    List<Double> list = new ArrayList<>(List.of(0.1));
    Map<Hyperparameter, List<Double>> values = new EnumMap<>(Map.of(LEARNING_RATE, list));
    LevelValues level = new LevelValues("HyperSgd", values, Set.of(LEARNING_RATE));
    list.add(0.2);
    values.put(DECAY, list);

    assertThat(level.getOptimizer()).isEqualTo("HyperSgd");
    assertThat(level.getValues()).containsExactly(Map.entry(LEARNING_RATE, List.of(0.1)));
    assertThatThrownBy(() -> level.getValues().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equalsByValue() {
    Map<Hyperparameter, List<Double>> values = Map.of(LEARNING_RATE, List.of(0.1));
    LevelValues level = new LevelValues("HyperSgd", values, Set.of(LEARNING_RATE));
    assertThat(level)
        .isEqualTo(new LevelValues("HyperSgd", values, Set.of(LEARNING_RATE)))
        .hasSameHashCodeAs(new LevelValues("HyperSgd", values, Set.of(LEARNING_RATE)))
        .isNotEqualTo(new LevelValues("HyperAdaGrad", values, Set.of(LEARNING_RATE)))
        .isNotEqualTo(new LevelValues("HyperSgd", values, Set.of()))
        .isNotEqualTo(
            new LevelValues(
                "HyperSgd", Map.of(LEARNING_RATE, List.of(0.2)), Set.of(LEARNING_RATE)));
  }

  @Test
  void wrongQuestionsAreRefused() {
    LevelValues level =
        new LevelValues("HyperSgd", Map.of(LEARNING_RATE, List.of(0.1, 0.2)), Set.of());
    assertThatThrownBy(() -> level.getValue(LEARNING_RATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HyperSgd must have one value of learningRate, got [0.1, 0.2]");
    assertThatThrownBy(() -> level.getValue(DECAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HyperSgd must have one value of decay, got []");
    assertThatThrownBy(() -> new LevelValues("HyperSgd", Map.of(), Set.of(DECAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learned must be among [], got [decay]");
  }
}
