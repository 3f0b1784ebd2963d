package dev.hypergradient.internal.setup;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.AdaGradDirection;
import dev.hypergradient.internal.kernel.AdamDirection;
import dev.hypergradient.internal.kernel.Direction;
import dev.hypergradient.internal.kernel.Kernel;
import dev.hypergradient.internal.kernel.NesterovsDirection;
import dev.hypergradient.internal.kernel.RmsPropDirection;
import dev.hypergradient.internal.kernel.RootMeanSquareDirection;
import dev.hypergradient.internal.kernel.SgdDirection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What an updater makes of a gradient before the learning rate comes in: its direction, the
 * hyperparameters that this depends on, with their defaults, and the vectors that it needs.
 */
public enum DescentMethod {
  /** Stochastic gradient descent, with or without heavy-ball momentum. */
  SGD("SgdHd", true, Map.of(Hyperparameter.MOMENTUM, 0.0)) {
    /** Momentum is in the last direction, which the rule keeps. */
    @Override
    int vectors() {
      return 0;
    }

    @Override
    Direction direction(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new SgdDirection(
          value.applyAsDouble(Hyperparameter.MOMENTUM), layout.slot(Hyperparameter.MOMENTUM));
    }
  },

  /** Nesterov momentum. */
  NESTEROVS("NesterovsHd", true, Map.of(Hyperparameter.MOMENTUM, 0.9)) {
    @Override
    Direction direction(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new NesterovsDirection(
          layout.firstOfMethod(),
          value.applyAsDouble(Hyperparameter.MOMENTUM),
          layout.slot(Hyperparameter.MOMENTUM));
    }
  },

  /** Adam. */
  ADAM(
      "AdamHd",
      true,
      Map.of(
          Hyperparameter.BETA1, 0.9, Hyperparameter.BETA2, 0.999, Hyperparameter.EPSILON, 1e-8)) {
    @Override
    boolean isElementwise() {
      return true;
    }

    @Override
    int vectorsWithoutMomentum() {
      return 1;
    }

    @Override
    Direction withoutMomentum(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new RootMeanSquareDirection(
          layout.firstOfMethod(), value.applyAsDouble(Hyperparameter.BETA2), iteration);
    }

    @Override
    List<Option<?>> furtherOptions() {
      return List.of(Option.INITIAL_SECOND_MOMENT);
    }

    @Override
    int vectors() {
      return 2;
    }

    @Override
    void initialize(Kernel kernel, VectorLayout layout, OptionValues values) {
      kernel.fillSquares(layout.firstOfMethod() + 1, values.get(Option.INITIAL_SECOND_MOMENT));
    }

    @Override
    Direction direction(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new AdamDirection(
          layout.firstOfMethod(),
          value.applyAsDouble(Hyperparameter.BETA1),
          value.applyAsDouble(Hyperparameter.BETA2),
          value.applyAsDouble(Hyperparameter.EPSILON),
          iteration,
          layout.slot(Hyperparameter.BETA1),
          layout.slot(Hyperparameter.BETA2),
          layout.slot(Hyperparameter.EPSILON));
    }
  },

  /** RMSProp, whose learning rate is learned as its square root. */
  RMSPROP("RmsPropHd", false, Map.of(Hyperparameter.DECAY, 0.95, Hyperparameter.EPSILON, 1e-8)) {
    @Override
    Set<Hyperparameter> learnable() {
      return EnumSet.of(Hyperparameter.LEARNING_RATE, Hyperparameter.DECAY);
    }

    @Override
    Parametrisation parametrisation(Hyperparameter hyperparameter) {
      return hyperparameter == Hyperparameter.LEARNING_RATE
          ? Parametrisation.SQUARE
          : super.parametrisation(hyperparameter);
    }

    @Override
    void initialize(Kernel kernel, VectorLayout layout, OptionValues values) {
      kernel.fillSquares(layout.firstOfMethod(), values.get(option(Hyperparameter.EPSILON)));
    }

    @Override
    Direction direction(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new RmsPropDirection(
          layout.firstOfMethod(),
          value.applyAsDouble(Hyperparameter.DECAY),
          value.applyAsDouble(Hyperparameter.EPSILON),
          layout.slot(Hyperparameter.DECAY));
    }
  },

  /** AdaGrad. */
  ADAGRAD("AdaGradHd", false, Map.of(Hyperparameter.EPSILON, 1e-6)) {
    @Override
    Set<Hyperparameter> learnable() {
      return EnumSet.of(Hyperparameter.LEARNING_RATE);
    }

    @Override
    void initialize(Kernel kernel, VectorLayout layout, OptionValues values) {
      kernel.fillSquares(layout.firstOfMethod(), values.get(option(Hyperparameter.EPSILON)));
    }

    @Override
    Direction direction(
        ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
      return new AdaGradDirection(
          layout.firstOfMethod(), value.applyAsDouble(Hyperparameter.EPSILON));
    }
  };

  private final String updater;
  private final boolean needsNoNumber;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final Map<Hyperparameter, Option<Double>> hyperparameters;

  DescentMethod(String updater, boolean needsNoNumber, Map<Hyperparameter, Double> defaults) {
    this.updater = updater;
    this.needsNoNumber = needsNoNumber;
    Map<Hyperparameter, Option<Double>> options = new EnumMap<>(Hyperparameter.class);
    defaults.forEach((h, initial) -> options.put(h, Option.of(h, initial)));
    hyperparameters = Collections.unmodifiableMap(options);
  }

  /** All options of the updater. */
  public List<Option<?>> options() {
    List<Option<?>> options = new ArrayList<>();
    options.add(Option.LEARNING_RATE);
    options.addAll(hyperparameters.values());
    options.addAll(furtherOptions());
    options.addAll(Option.COMMON);
    return options;
  }

  /** Options of this method alone that are no hyperparameters. */
  List<Option<?>> furtherOptions() {
    return List.of();
  }

  /**
   * The option of a hyperparameter.
   *
   * @param hyperparameter one of the method's own, or the learning rate
   */
  public Option<Double> option(Hyperparameter hyperparameter) {
    return hyperparameter == Hyperparameter.LEARNING_RATE
        ? Option.LEARNING_RATE
        : hyperparameters.get(hyperparameter);
  }

  /** The hyperparameters that the direction depends on. */
  public Set<Hyperparameter> hyperparameters() {
    return hyperparameters.keySet();
  }

  /** Whether there is a rule that needs neither a learning rate nor one of its own. */
  boolean needsNoNumber() {
    return needsNoNumber;
  }

  /** The hyperparameters that can be learned. */
  Set<Hyperparameter> learnable() {
    Set<Hyperparameter> learnable = EnumSet.copyOf(hyperparameters());
    learnable.add(Hyperparameter.LEARNING_RATE);
    return learnable;
  }

  /** What a hyperparameter is optimised as, if the rule does not say otherwise. */
  Parametrisation parametrisation(Hyperparameter hyperparameter) {
    return hyperparameter.parametrisation();
  }

  /** The number of state vectors that the method needs for itself. */
  int vectors() {
    return 1;
  }

  /** Tells whether the direction scales each element of the gradient. */
  boolean isElementwise() {
    return false;
  }

  /** The number of state vectors for {@link #withoutMomentum}. */
  int vectorsWithoutMomentum() {
    return 0;
  }

  /** The direction of a step where averaging takes the place of momentum. */
  Direction withoutMomentum(
      ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration) {
    return new SgdDirection(0, Direction.NOT_LEARNED);
  }

  /** Sets state vectors that do not start from 0. */
  void initialize(Kernel kernel, VectorLayout layout, OptionValues values) {}

  /** The direction of a step, with the hyperparameters as they stand. */
  abstract Direction direction(
      ToDoubleFunction<Hyperparameter> value, VectorLayout layout, int iteration);

  /** Returns the simple name of the updater's class. */
  @Override
  public String toString() {
    return updater;
  }
}
