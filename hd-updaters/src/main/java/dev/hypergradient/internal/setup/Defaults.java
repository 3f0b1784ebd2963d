package dev.hypergradient.internal.setup;

import dev.hypergradient.LearningRateRule;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.hyper.HyperSgd;
import java.util.concurrent.ThreadLocalRandom;

/** Completes the options that were given, and refuses those that do not fit each other. */
final class Defaults {

  /** Moves nothing. */
  private static final HyperSgd NO_OPTIMIZER = new HyperSgd(0);

  private Defaults() {}

  /**
   * The options given and all others.
   *
   * @throws IllegalArgumentException if one is missing, or two do not fit each other
   */
  static OptionValues complete(DescentMethod method, OptionValues given) {
    OptionValues values = given.copy();
    completeRule(method, values);
    method.options().forEach(values::complete);
    completeOptimizer(values);
    checkParameterFree(method, values);
    checkLayers(values);
    if (values.get(Option.LEARNING_RATE_SCOPE) == LearningRateScope.LAYER
        && values.get(Option.LAYER) == null) {
      values.put(Option.LAYER, newLayer());
    }
    checkTransition(values);
    checkBounds(values);
    return values;
  }

  /** A number that tells a layer apart from others. */
  static long newLayer() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** A learning rate alone asks for a rule that starts from it. */
  private static void completeRule(DescentMethod method, OptionValues values) {
    if (!values.has(Option.LEARNING_RATE_RULE)) {
      boolean noNumber =
          method.needsNoNumber()
              && !values.has(Option.HYPER_OPTIMIZER)
              && !values.has(Option.LEARNING_RATE);
      values.put(
          Option.LEARNING_RATE_RULE,
          noNumber ? LearningRateRule.PARAMETER_FREE : LearningRateRule.ADDITIVE);
    }
  }

  private static void completeOptimizer(OptionValues values) {
    if (values.get(Option.HYPER_OPTIMIZER) != null) {
      return;
    }
    if (values.get(Option.LEARNING_RATE_RULE) != LearningRateRule.PARAMETER_FREE) {
      throw new IllegalArgumentException(
          "hyperLearningRate or hyperOptimizer must be given, got neither");
    }
    values.put(Option.HYPER_OPTIMIZER, NO_OPTIMIZER);
  }

  /** The parameter-free rule has nothing to learn, and nothing can be learned beside it. */
  private static void checkParameterFree(DescentMethod method, OptionValues values) {
    if (values.get(Option.LEARNING_RATE_RULE) != LearningRateRule.PARAMETER_FREE) {
      return;
    }
    if (!method.needsNoNumber()) {
      throw new IllegalArgumentException(
          "learningRateRule of " + method + " must need a number, got PARAMETER_FREE");
    }
    refuseUnless(
        values.get(Option.HYPER_OPTIMIZER).equals(NO_OPTIMIZER), values, Option.HYPER_OPTIMIZER);
    refuseUnless(values.get(Option.LEARN).equals(Option.LEARN.initial()), values, Option.LEARN);
    refuseUnless(!values.has(Option.FINAL_LEARNING_RATE), values, Option.FINAL_LEARNING_RATE);
  }

  private static void refuseUnless(boolean fits, OptionValues values, Option<?> option) {
    if (!fits) {
      throw new IllegalArgumentException(
          "learningRateRule PARAMETER_FREE takes no " + option + ", got " + values.get(option));
    }
  }

  private static void checkLayers(OptionValues values) {
    Double pull = values.get(Option.NETWORK_PULL);
    LearningRateScope scope = values.get(Option.LEARNING_RATE_SCOPE);
    if (pull != null && scope != LearningRateScope.LAYER) {
      throw new IllegalArgumentException(
          "networkPull needs learningRateScope LAYER, got " + pull + " with " + scope);
    }
  }

  private static void checkTransition(OptionValues values) {
    if (values.get(Option.TRANSITION_SCHEDULE) != null
        && values.get(Option.FINAL_LEARNING_RATE) == null) {
      throw new IllegalArgumentException(
          "transitionSchedule needs a finalLearningRate, got "
              + values.get(Option.TRANSITION_SCHEDULE));
    }
  }

  private static void checkBounds(OptionValues values) {
    Double min = values.get(Option.MIN_LEARNING_RATE);
    Double max = values.get(Option.MAX_LEARNING_RATE);
    if (min != null && max != null && min > max) {
      throw new IllegalArgumentException(
          String.format("minLearningRate must be at most maxLearningRate = %s, got %s", max, min));
    }
  }
}
