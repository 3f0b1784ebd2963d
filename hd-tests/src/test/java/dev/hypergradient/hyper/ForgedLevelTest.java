package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.fixtures.Serialised;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels that come from Java serialisation are checked as if they had been built. */
class ForgedLevelTest {
  private final HyperOptimizer tower = new HyperAdam(0.01, new HyperSgd(0.02));

  @Test
  void wholeOnesComeBack() throws Exception {
    assertThat(Serialised.copy(tower)).isEqualTo(tower);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  void valuesOutOfRangeAreRefused(double value) throws Exception {
    Settings settings = (Settings) get(tower, AbstractHyperOptimizer.class, "settings");
    Setting learned =
        ((List<?>) get(settings, Settings.class, "learned"))
            .stream().map(Setting.class::cast).findFirst().orElseThrow();
    set(learned, Setting.class, "initial", value);

    assertThatThrownBy(() -> Serialised.copy(tower))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("HyperAdam")
        .hasMessageContaining("" + value);
  }

  @Test
  void whatIsLearnedNeedsALevelAbove() throws Exception {
    set(tower, AbstractHyperOptimizer.class, "hyperOptimizer", null);

    assertThatThrownBy(() -> Serialised.copy(tower))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("hyperOptimizer");
  }

  @Test
  void missingPartsAreRefused() throws Exception {
    set(tower, AbstractHyperOptimizer.class, "settings", null);

    assertThatThrownBy(() -> Serialised.copy(tower)).isInstanceOf(IOException.class);
  }

  @Test
  void nothingAndNullAreToldApart() {
    HyperSgd above = new HyperSgd(0.1);
    HyperSgd usual = HyperSgd.builder().learningRate(0.1).hyperOptimizer(above).build();

    assertThat(
            HyperSgd.builder()
                .learningRate(0.1)
                .learn((Hyperparameter[]) null)
                .hyperOptimizer(above)
                .build())
        .isEqualTo(usual);
    assertThatThrownBy(() -> HyperSgd.builder().learn((Hyperparameter) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learn must name hyperparameters, got [null]");
  }

  private static Object get(Object object, Class<?> type, String field)
      throws ReflectiveOperationException {
    return accessible(type, field).get(object);
  }

  private static void set(Object object, Class<?> type, String field, Object value)
      throws ReflectiveOperationException {
    accessible(type, field).set(object, value);
  }

  private static Field accessible(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
