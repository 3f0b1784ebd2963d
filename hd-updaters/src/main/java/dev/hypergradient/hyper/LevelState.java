package dev.hypergradient.hyper;

import java.util.Arrays;

/**
 * What one level remembers between steps, as it lies in the state array: raw values, partial
 * derivatives, moments, and behind them the state of the level above.
 */
final class LevelState {

  private final double[] state;
  private final int start;
  private final int learned;
  private final int count;
  private final int momentsEach;

  /**
   * A view of a part of the state array.
   *
   * @param start where the part begins
   * @param learned the number of values x that are learned
   * @param count the number of values that the level moves
   * @param momentsEach the number of doubles that the optimiser remembers for each of those
   */
  LevelState(double[] state, int start, int learned, int count, int momentsEach) {
    this.state = state;
    this.start = start;
    this.learned = learned;
    this.count = count;
    this.momentsEach = momentsEach;
  }

  /** The number of doubles without the levels above. */
  static int ownSize(int learned, int count, int momentsEach) {
    return learned + learned * count + count * momentsEach;
  }

  /** A copy of the learned values as they are optimised. */
  double[] raw() {
    return Arrays.copyOfRange(state, start, start + learned);
  }

  void setRaw(double[] raw) {
    System.arraycopy(raw, 0, state, start, learned);
  }

  /** ∂U_i/∂x_k of the last step. */
  void setPartial(int k, int i, double value) {
    state[partial(k, i)] = value;
  }

  private int partial(int k, int i) {
    return start + learned + k * count + i;
  }

  /** Where the optimiser's own memory of value i begins. */
  int moments(int i) {
    return start + learned + learned * count + i * momentsEach;
  }

  /** Where the state of the level above begins. */
  int above() {
    return start + ownSize(learned, count, momentsEach);
  }

  /** The derivative of the loss by each raw value of the last step, given that by each U moved. */
  double[] rawGradients(double[] gradients) {
    double[] rawGradients = new double[learned];
    for (int k = 0; k < learned; k++) {
      for (int i = 0; i < count; i++) {
        rawGradients[k] -= gradients[i] * state[partial(k, i)];
      }
    }
    return rawGradients;
  }
}
