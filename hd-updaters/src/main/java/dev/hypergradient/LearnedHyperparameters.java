package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.kernel.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The learned hyperparameters of an updater, and what is needed to go on learning them. Immutable:
 * a step makes a new one, so that the old one is still there if the step must be taken back.
 */
final class LearnedHyperparameters {

  private static final int STEP_SIZE_SCALARS = 2;

  private final HypergradientUpdater config;

  /** As they are optimised, in the configuration's order; see {@link Parametrisation}. */
  private final double[] raw;

  /** Of the step that these were for. */
  private final StepSize stepSize;

  /** Up to the step before that. */
  private final Travel travel;

  private final double[] hyperState;

  private LearnedHyperparameters(
      HypergradientUpdater config,
      double[] raw,
      StepSize stepSize,
      Travel travel,
      double[] hyperState) {
    this.config = config;
    this.raw = raw;
    this.stepSize = stepSize;
    this.travel = travel;
    this.hyperState = hyperState;
  }

  /** The values before the first step. */
  static LearnedHyperparameters initial(HypergradientUpdater config) {
    HyperOptimizer rule = config.getHyperOptimizer();
    double[] raw =
        config.learned().stream()
            .mapToDouble(h -> config.parametrisation(h).raw(config.initialValue(h)))
            .toArray();
    double[] hyperState = new double[rule.stateSize(raw.length)];
    rule.initialize(hyperState, 0, raw.length);
    return new LearnedHyperparameters(config, raw, StepSize.LEARNED, Travel.NONE, hyperState);
  }

  /** The number of scalars that {@link #writeTo} writes. */
  static int scalars(HypergradientUpdater config) {
    int count = config.learned().size();
    return STEP_SIZE_SCALARS
        + travelScalars(config)
        + count
        + config.getHyperOptimizer().stateSize(count);
  }

  private static int travelScalars(HypergradientUpdater config) {
    return config.getLearningRateRule().looksFurther() ? Travel.SCALARS : 0;
  }

  static LearnedHyperparameters readFrom(
      HypergradientUpdater config, double[] scalars, int start, int end) {
    int travelStart = start + STEP_SIZE_SCALARS;
    int rawStart = travelStart + travelScalars(config);
    int rawEnd = rawStart + config.learned().size();
    return new LearnedHyperparameters(
        config,
        Arrays.copyOfRange(scalars, rawStart, rawEnd),
        new StepSize(scalars[start], scalars[start + 1]),
        rawStart == travelStart ? Travel.NONE : Travel.readFrom(scalars, travelStart),
        Arrays.copyOfRange(scalars, rawEnd, end));
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = stepSize.factor();
    scalars[start + 1] = stepSize.weight();
    int travelStart = start + STEP_SIZE_SCALARS;
    int rawStart = travelStart + travelScalars(config);
    if (rawStart != travelStart) {
      travel.writeTo(scalars, travelStart);
    }
    System.arraycopy(raw, 0, scalars, rawStart, raw.length);
    System.arraycopy(hyperState, 0, scalars, rawStart + raw.length, hyperState.length);
  }

  /** The same, continued from another learning rate. */
  LearnedHyperparameters withLearningRate(double learningRate) {
    double[] changed = raw.clone();
    int i = config.learned().indexOf(Hyperparameter.LEARNING_RATE);
    if (i >= 0) {
      changed[i] = config.parametrisation(Hyperparameter.LEARNING_RATE).raw(learningRate);
    }
    return new LearnedHyperparameters(config, changed, stepSize, travel, hyperState);
  }

  /**
   * The values for the next step.
   *
   * @param products of g_t with what is known of the steps before, over all parameters
   * @param nextStepSize that of the next step
   */
  LearnedHyperparameters next(DotProducts products, StepSize nextStepSize) {
    LearningRateRule rule = config.getLearningRateRule();
    int place = config.learned().indexOf(Hyperparameter.LEARNING_RATE);
    Travel nextTravel =
        rule.looksFurther()
            ? travel.after(products, stepSize(), config.gradientAverage(), config.horizonSteps())
            : travel;
    double[] nextRaw = raw.clone();
    double[] nextState = hyperState.clone();
    if (place >= 0) {
      nextRaw[place] = rule.origin(raw[place]);
    }
    config.getHyperOptimizer().step(nextRaw, hypergradients(products, nextTravel), nextState, 0);
    if (place >= 0) {
      nextRaw[place] = rule.moved(raw[place], nextRaw[place], nextTravel);
    }
    LearnedHyperparameters next =
        new LearnedHyperparameters(config, nextRaw, nextStepSize, nextTravel, nextState);
    double rate = next.learningRate();
    double settled = rule.settled(rate, nextTravel, products);
    double bounded = config.bounded(learningRate(), settled);
    // What overflows is left for the step to be skipped, rather than made a bound.
    return bounded == rate || !Double.isFinite(rate) ? next : next.withLearningRate(bounded);
  }

  private double[] hypergradients(DotProducts products, Travel nextTravel) {
    List<Hyperparameter> learned = config.learned();
    double[] hypergradients = new double[raw.length];
    int partial = 0;
    for (int i = 0; i < raw.length; i++) {
      Hyperparameter h = learned.get(i);
      double slope = config.parametrisation(h).derivative(raw[i]);
      hypergradients[i] =
          h == Hyperparameter.LEARNING_RATE
              ? config
                  .getLearningRateRule()
                  .hypergradient(learningRate(), slope, stepSize.factor(), products, nextTravel)
              : -stepSize() * products.gradientPartial(partial++) * slope;
    }
    return hypergradients;
  }

  /** Tells whether all values, and what follows from them, are finite and not above a limit. */
  boolean isWithin(double limit) {
    double[] rates = {stepSize.factor(), stepSize.weight(), learningRate(), stepSize()};
    return isWithin(rates, limit)
        && isWithin(raw, limit)
        && travel.isWithin(limit)
        && isWithin(hyperState, limit);
  }

  private static boolean isWithin(double[] values, double limit) {
    for (double value : values) {
      if (!(Math.abs(value) <= limit)) {
        return false;
      }
    }
    return true;
  }

  /** The value that the update formula sees: learned, or as configured. */
  double value(Hyperparameter hyperparameter) {
    int i = config.learned().indexOf(hyperparameter);
    return i < 0
        ? config.initialValue(hyperparameter)
        : config.parametrisation(hyperparameter).value(raw[i]);
  }

  /** The updater's own values, and those of the levels above. */
  List<LevelValues> levels() {
    Map<Hyperparameter, List<Double>> own = new EnumMap<>(Hyperparameter.class);
    own.put(Hyperparameter.LEARNING_RATE, List.of(learningRate()));
    config.hyperparameters().keySet().forEach(h -> own.put(h, List.of(value(h))));
    List<LevelValues> levels = new ArrayList<>();
    String name = config.getClass().getSimpleName();
    levels.add(new LevelValues(name, own, EnumSet.copyOf(config.learned())));
    levels.addAll(config.getHyperOptimizer().levels(hyperState, 0, raw.length));
    return List.copyOf(levels);
  }

  /** α. */
  double learningRate() {
    return value(Hyperparameter.LEARNING_RATE);
  }

  /** What the first state vector shall remember of the step. */
  Trace trace() {
    return config.trace(travel);
  }

  /** The rate that parameters are moved with. */
  double stepSize() {
    return config.rate(stepSize, learningRate());
  }
}
