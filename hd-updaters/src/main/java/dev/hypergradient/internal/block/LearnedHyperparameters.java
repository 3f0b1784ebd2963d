package dev.hypergradient.internal.block;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.Direction;
import dev.hypergradient.internal.kernel.Update;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.rule.Rule;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;
import dev.hypergradient.internal.setup.Setup;
import dev.hypergradient.internal.setup.StepSize;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The learned hyperparameters of an updater, and what is needed to go on learning them. Immutable:
 * a step makes a new one, so that the old one is still there if the step must be taken back.
 */
public final class LearnedHyperparameters {

  private final Setup setup;

  /** As they are optimised, in the order of {@link Setup#learned}; see {@link Parametrisation}. */
  private final double[] raw;

  /** α if it is not among the learned; else not used. */
  private final double fixedRate;

  /** Of the step that these are for. */
  private final StepSize stepSize;

  /** With its memory up to the step before that. */
  private final Rule rule;

  private final double[] hyperState;

  private LearnedHyperparameters(
      Setup setup,
      double[] raw,
      double fixedRate,
      StepSize stepSize,
      Rule rule,
      double[] hyperState) {
    this.setup = setup;
    this.raw = raw;
    this.fixedRate = fixedRate;
    this.stepSize = stepSize;
    this.rule = rule;
    this.hyperState = hyperState;
  }

  /** The values before the first step. */
  static LearnedHyperparameters initial(Setup setup) {
    HyperOptimizer optimizer = setup.hyperOptimizer();
    double[] raw =
        setup.learned().stream()
            .mapToDouble(h -> setup.parametrisation(h).raw(setup.initialValue(h)))
            .toArray();
    double[] hyperState = new double[optimizer.stateSize(raw.length)];
    optimizer.initialize(hyperState, 0, raw.length);
    double rate = setup.initialValue(Hyperparameter.LEARNING_RATE);
    return new LearnedHyperparameters(setup, raw, rate, StepSize.LEARNED, setup.rule(), hyperState);
  }

  /** The settings that they belong to. */
  Setup setup() {
    return setup;
  }

  void write(ScalarWriter out) {
    stepSize.write(out);
    rule.write(out);
    if (isRateFixed(setup)) {
      out.put(fixedRate);
    }
    out.put(raw);
    out.put(hyperState);
  }

  static LearnedHyperparameters read(Setup setup, ScalarReader in) {
    StepSize stepSize = StepSize.read(in);
    Rule rule = setup.rule().read(in);
    double fixedRate = isRateFixed(setup) ? in.next() : 0;
    double[] raw = in.next(setup.learned().size());
    double[] hyperState = in.next(setup.hyperOptimizer().stateSize(raw.length));
    return new LearnedHyperparameters(setup, raw, fixedRate, stepSize, rule, hyperState);
  }

  private static boolean isRateFixed(Setup setup) {
    return !setup.learned().contains(Hyperparameter.LEARNING_RATE);
  }

  /** These hyperparameters, continued from another learning rate. */
  LearnedHyperparameters withLearningRate(double learningRate) {
    int i = setup.learned().indexOf(Hyperparameter.LEARNING_RATE);
    double[] changed = raw.clone();
    if (i >= 0) {
      changed[i] = setup.parametrisation(Hyperparameter.LEARNING_RATE).raw(learningRate);
    }
    return new LearnedHyperparameters(setup, changed, learningRate, stepSize, rule, hyperState);
  }

  /**
   * The values for the next step.
   *
   * @param products of g_t with what is known of the steps before, over all parameters
   * @param nextStepSize that of the next step
   * @param max the maximum that the state can hold
   */
  LearnedHyperparameters next(DotProducts products, StepSize nextStepSize, double max) {
    Rule nextRule = rule.after(products, stepSize());
    double[] nextRaw = raw.clone();
    double[] nextState = hyperState.clone();
    setup.hyperOptimizer().step(nextRaw, hypergradients(products, nextRule), nextState, 0);
    LearnedHyperparameters next =
        new LearnedHyperparameters(setup, nextRaw, fixedRate, nextStepSize, nextRule, nextState);
    double rate = next.learningRate();
    double bounded = setup.bounded(nextRule.limited(rate, max));
    // What overflows is left for the step to be skipped, rather than made a bound.
    return bounded == rate || !Double.isFinite(rate) ? next : next.withLearningRate(bounded);
  }

  private double[] hypergradients(DotProducts products, Rule nextRule) {
    double[] hypergradients = new double[raw.length];
    int partial = 0;
    for (int i = 0; i < raw.length; i++) {
      Hyperparameter h = setup.learned().get(i);
      double derivative =
          h == Hyperparameter.LEARNING_RATE
              ? nextRule.hypergradient(products, learningRate(), stepSize.factor())
              : -stepSize() * products.gradientPartial(partial++);
      hypergradients[i] = derivative * setup.parametrisation(h).derivative(raw[i]);
    }
    return hypergradients;
  }

  /** Tells whether all values, and what follows from them, are finite and not above a limit. */
  boolean isWithin(double max) {
    double[] rates = {stepSize.factor(), stepSize.weight(), learningRate(), stepSize()};
    return isWithin(rates, max)
        && isWithin(raw, max)
        && rule.isWithin(max)
        && isWithin(hyperState, max);
  }

  private static boolean isWithin(double[] values, double max) {
    for (double value : values) {
      if (!(Math.abs(value) <= max)) {
        return false;
      }
    }
    return true;
  }

  /** The value that the update formula sees: learned, or as configured. */
  double value(Hyperparameter hyperparameter) {
    int i = setup.learned().indexOf(hyperparameter);
    if (i >= 0) {
      return setup.parametrisation(hyperparameter).value(raw[i]);
    }
    return hyperparameter == Hyperparameter.LEARNING_RATE
        ? fixedRate
        : setup.initialValue(hyperparameter);
  }

  /** α, without the schedule. */
  public double learningRate() {
    return value(Hyperparameter.LEARNING_RATE);
  }

  /** The rate that parameters are moved with. */
  private double stepSize() {
    return setup.rate(stepSize, learningRate());
  }

  /** Tells whether the step moves anything; if not, the state vectors stay as they are. */
  boolean moves() {
    return rule.moves();
  }

  /** How gradient and state become a direction. */
  Direction direction(int iteration) {
    return setup.direction(this::value, rule.iteration(iteration));
  }

  /** How the direction becomes the update. */
  Update update() {
    return rule.update(learningRate(), stepSize());
  }

  /**
   * The factors on the partial derivatives ∂d/∂φ that make good a step which was taken with other
   * hyperparameters.
   */
  double[] corrections(LearnedHyperparameters taken) {
    return setup.layout().partials().stream()
        .mapToDouble(h -> stepSize() * (value(h) - taken.value(h)))
        .toArray();
  }

  /** The updater's own values, and those of the levels above. */
  public List<LevelValues> levels() {
    Map<Hyperparameter, List<Double>> own = new EnumMap<>(Hyperparameter.class);
    own.put(Hyperparameter.LEARNING_RATE, List.of(learningRate()));
    setup.method().hyperparameters().forEach(h -> own.put(h, List.of(value(h))));
    List<LevelValues> levels = new ArrayList<>();
    levels.add(new LevelValues(setup.method().toString(), own, EnumSet.copyOf(setup.learned())));
    levels.addAll(setup.hyperOptimizer().levels(hyperState, 0, raw.length));
    return List.copyOf(levels);
  }
}
