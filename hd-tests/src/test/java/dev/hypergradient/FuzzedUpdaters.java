package dev.hypergradient;

import dev.hypergradient.hyper.HyperAdaGrad;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperRmsProp;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Updaters as JSON objects, with every option of their builders at any value, sensible or not: JSON
 * calls the builders' methods by name.
 */
final class FuzzedUpdaters {

  private static final int MOST_LEVELS = 3;

  private FuzzedUpdaters() {}

  static Arbitrary<Map<String, Object>> any() {
    return Arbitraries.oneOf(
        updater(SgdHd.class, "momentum"),
        updater(NesterovsHd.class, "momentum"),
        updater(AdamHd.class, "beta1", "beta2", "epsilon", "initialSecondMoment"),
        updater(RmsPropHd.class, "decay", "epsilon"),
        updater(AdaGradHd.class, "epsilon"));
  }

  private static Arbitrary<Map<String, Object>> updater(
      Class<? extends HypergradientUpdater> type, String... numbers) {
    Map<String, Arbitrary<?>> options = options(numbers);
    options.put("learningRate", numbers());
    options.put("minLearningRate", optional(numbers()));
    options.put("maxLearningRate", optional(numbers()));
    options.put("maxGrowth", numbers().injectNull(0.9));
    options.put("horizon", numbers().injectNull(0.9));
    options.put("finalLearningRate", optional(numbers()));
    options.put("maxSkippedSteps", optional(Arbitraries.integers()));
    options.put("learningRateRule", optional(Arbitraries.of(LearningRateRule.class)));
    options.put("learningRateScope", optional(Arbitraries.of(LearningRateScope.class)));
    options.put("networkPull", numbers().injectNull(0.9));
    options.put("learningRateSchedule", schedules().injectNull(0.8));
    options.put("learn", learn(0.8));
    options.put("hyperOptimizer", levels(MOST_LEVELS));
    return object(type, options);
  }

  private static Arbitrary<Map<String, Object>> levels(int most) {
    return Arbitraries.oneOf(
        level(HyperSgd.class, most, "momentum"),
        level(HyperAdam.class, most, "beta1", "beta2", "epsilon"),
        level(HyperRmsProp.class, most, "decay"),
        level(HyperAdaGrad.class, most),
        object(
            HyperSgd.class, Map.of("learningRates", numbers().list().ofMinSize(1).ofMaxSize(3))));
  }

  private static Arbitrary<Map<String, Object>> level(Class<?> type, int most, String... numbers) {
    Map<String, Arbitrary<?>> options = options(numbers);
    options.put("learningRate", numbers());
    if (most > 1) {
      options.put("learn", learn(0.9));
      options.put("hyperOptimizer", optional(Arbitraries.lazy(() -> levels(most - 1))));
    }
    return object(type, options);
  }

  private static Map<String, Arbitrary<?>> options(String... numbers) {
    Map<String, Arbitrary<?>> options = new LinkedHashMap<>();
    for (String name : numbers) {
      options.put(name, optional(numbers()));
    }
    return options;
  }

  private static Arbitrary<Map<String, Object>> schedules() {
    return object(
        ExponentialSchedule.class,
        Map.of(
            "scheduleType",
            Arbitraries.of(ScheduleType.class),
            "initialValue",
            numbers(),
            "gamma",
            numbers()));
  }

  private static Arbitrary<?> learn(double probabilityOfNone) {
    return Arbitraries.of(Hyperparameter.class)
        .set()
        .ofMaxSize(3)
        .map(TreeSet::new)
        .injectNull(probabilityOfNone);
  }

  /** What most options accept, what some do, and what none does. */
  private static Arbitrary<Double> numbers() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.doubles().between(0, false, 1, false).ofScale(9)),
        Tuple.of(2, Arbitraries.doubles()),
        Tuple.of(
            1,
            Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                Double.MIN_VALUE,
                Math.nextDown(1.0),
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN)));
  }

  private static <T> Arbitrary<T> optional(Arbitrary<T> values) {
    return values.injectNull(0.6);
  }

  /** A JSON object; members that are {@code null} are left out. */
  private static Arbitrary<Map<String, Object>> object(
      Class<?> type, Map<String, Arbitrary<?>> members) {
    List<Arbitrary<Object>> values = new ArrayList<>();
    members.values().forEach(member -> values.add(member.asGeneric()));
    return Combinators.combine(values)
        .as(
            list -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("@class", type.getName());
              int i = 0;
              for (String name : members.keySet()) {
                object.put(name, list.get(i++));
              }
              object.values().removeIf(value -> value == null);
              return object;
            });
  }
}
