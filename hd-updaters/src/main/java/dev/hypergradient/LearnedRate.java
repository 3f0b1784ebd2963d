package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;

/**
 * A learning rate and what is needed to go on learning it. Immutable: a step makes a new one, so
 * that the old one is still there if the step must be taken back.
 */
final class LearnedRate {

  private static final int FIXED_SCALARS = 2;

  private final double learningRate;
  private final double factor;
  private final double[] hyperState;

  private LearnedRate(double learningRate, double factor, double[] hyperState) {
    this.learningRate = learningRate;
    this.factor = factor;
    this.hyperState = hyperState;
  }

  /** The rate before the first step. */
  static LearnedRate initial(HypergradientUpdater config) {
    HyperOptimizer rule = config.getHyperOptimizer();
    double[] hyperState = new double[rule.stateSize(1)];
    rule.initialize(hyperState, 1);
    return new LearnedRate(config.initialLearningRate(), 1, hyperState);
  }

  /** The number of scalars that {@link #writeTo} writes. */
  static int scalars(HypergradientUpdater config) {
    return FIXED_SCALARS + config.getHyperOptimizer().stateSize(1);
  }

  static LearnedRate readFrom(double[] scalars, int start) {
    double[] hyperState = new double[scalars.length - start - FIXED_SCALARS];
    System.arraycopy(scalars, start + FIXED_SCALARS, hyperState, 0, hyperState.length);
    return new LearnedRate(scalars[start], scalars[start + 1], hyperState);
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = learningRate;
    scalars[start + 1] = factor;
    System.arraycopy(hyperState, 0, scalars, start + FIXED_SCALARS, hyperState.length);
  }

  /** The same, continued from another learning rate. */
  LearnedRate withLearningRate(double newLearningRate) {
    return new LearnedRate(newLearningRate, factor, hyperState);
  }

  /**
   * The rate of the next step.
   *
   * @param products of g_t and d_{t−1}, over all parameters
   * @param nextFactor the schedule's factor s_t
   */
  LearnedRate next(HypergradientUpdater config, DotProducts products, double nextFactor) {
    double descent = config.getLearningRateRule().descent(learningRate, factor, products);
    double[] rate = {learningRate};
    double[] nextState = hyperState.clone();
    config.getHyperOptimizer().step(rate, new double[] {-descent}, nextState);
    return new LearnedRate(config.bounded(rate[0]), nextFactor, nextState);
  }

  /** α, the learned learning rate. */
  double learningRate() {
    return learningRate;
  }

  /** s·α, the rate that parameters are moved with. */
  double stepSize() {
    return factor * learningRate;
  }
}
