package dev.hypergradient.hyper;

import java.util.List;

/** A tower at work on values that start from given numbers. */
final class TowerRun {

  private final HyperOptimizer bottom;
  private final double[] values;
  private final double[] state;

  TowerRun(HyperOptimizer bottom, double... values) {
    this.bottom = bottom;
    this.values = values.clone();
    this.state = new double[bottom.stateSize(values.length)];
    bottom.initialize(state, 0, values.length);
  }

  void step(double... gradients) {
    bottom.step(values, gradients, state, 0);
  }

  double value(int i) {
    return values[i];
  }

  double[] values() {
    return values.clone();
  }

  double[] state() {
    return state.clone();
  }

  List<LevelValues> levels() {
    return bottom.levels(state, 0, values.length);
  }

  LevelValues level(int k) {
    return levels().get(k);
  }
}
