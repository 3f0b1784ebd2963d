package dev.hypergradient.hyper;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What one level remembers between steps, as it lies in the state array: raw values, partial
 * derivatives, moments, the state of the levels above.
 */
final class LevelState {

  /** The learned values as they are optimised. */
  final double[] raw;

  /** ∂U_i/∂x of the last step, a row for each learned value x, a column for each value U moves. */
  final double[][] partials;

  /** The optimiser's own memory, a row for each value it moves. */
  final double[][] moments;

  /** The state of the level above. */
  final double[] above;

  /** An empty state. */
  LevelState(int learned, int count, int momentsEach, int above) {
    this.raw = new double[learned];
    this.partials = new double[learned][count];
    this.moments = new double[count][momentsEach];
    this.above = new double[above];
  }

  /** The number of doubles without the levels above. */
  static int ownSize(int learned, int count, int momentsEach) {
    return learned + learned * count + count * momentsEach;
  }

  static LevelState read(double[] state, int learned, int count, int momentsEach) {
    int above = state.length - ownSize(learned, count, momentsEach);
    LevelState level = new LevelState(learned, count, momentsEach, above);
    DoubleBuffer buffer = DoubleBuffer.wrap(state);
    level.parts().forEach(buffer::get);
    return level;
  }

  /** The derivative of the loss by each raw value of the last step, given that by each U moved. */
  double[] rawGradients(double[] gradients) {
    double[] rawGradients = new double[raw.length];
    for (int k = 0; k < raw.length; k++) {
      for (int i = 0; i < gradients.length; i++) {
        rawGradients[k] -= gradients[i] * partials[k][i];
      }
    }
    return rawGradients;
  }

  void write(double[] state) {
    DoubleBuffer buffer = DoubleBuffer.wrap(state);
    parts().forEach(buffer::put);
  }

  private List<double[]> parts() {
    List<double[]> parts = new ArrayList<>();
    parts.add(raw);
    parts.addAll(List.of(partials));
    parts.addAll(List.of(moments));
    parts.add(above);
    return parts;
  }
}
