package dev.hypergradient.reference.tower;

import java.util.List;

/**
 * One optimiser of a tower: it moves the values below it by θ_t = θ_{t−1} − U(g_t, state; φ_t), and
 * the level above it moves its own learned hyperparameters φ in the same way.
 *
 * <p>An instance keeps the state of one tower.
 */
public abstract class TowerLevel {
  private final List<LevelHyperparameter> learned;
  private double[] hypergradients;
  private int t;

  /** Of all the level's hyperparameters, in this order, only the named ones are learned. */
  TowerLevel(List<String> learnedNames, List<LevelHyperparameter> all) {
    List<String> names = names(all);
    for (String name : learnedNames) {
      require(names, name);
    }
    this.learned = all.stream().filter(h -> learnedNames.contains(h.name())).toList();
    this.hypergradients = new double[learned.size()];
  }

  /** Allocates the state for U of that length; called once, before the first update. */
  abstract void start(int length);

  /**
   * Returns U of step t = 1, 2, … in a new array and gives each learned hyperparameter its ∂U/∂φ,
   * the state before the step held constant.
   */
  abstract double[] update(double[] gradient, int t);

  /** Returns U of the next step for the gradient of what this level moves. */
  final double[] next(double[] gradient) {
    if (t == 0) {
      start(gradient.length);
    }
    t++;
    return update(gradient, t);
  }

  /**
   * Returns ∂f/∂raw of every learned hyperparameter as used in the last update, given the gradient
   * after that update.
   */
  final double[] hypergradients(double[] gradient) {
    hypergradients = learned.stream().mapToDouble(h -> h.hypergradient(gradient)).toArray();
    return hypergradients;
  }

  /** Lets the level above step: raw ← raw − change. */
  final void move(double[] changes) {
    for (int k = 0; k < changes.length; k++) {
      learned.get(k).move(changes[k]);
    }
  }

  /** Returns the names of the learned hyperparameters, in the order of the gradients. */
  public final List<String> names() {
    return names(learned);
  }

  /**
   * Returns a learned hyperparameter as optimised.
   *
   * @throws IllegalArgumentException if none of that name is learned
   */
  public final double raw(String name) {
    return learned.get(index(name)).raw();
  }

  /**
   * Returns a learned hyperparameter as the update formula sees it.
   *
   * @throws IllegalArgumentException if none of that name is learned
   */
  public final double value(String name) {
    return learned.get(index(name)).value();
  }

  /**
   * Returns ∂f/∂raw that the latest step of the tower found; 0 until the second step.
   *
   * @throws IllegalArgumentException if none of that name is learned
   */
  public final double hypergradient(String name) {
    return hypergradients[index(name)];
  }

  private int index(String name) {
    require(names(), name);
    return names().indexOf(name);
  }

  private static List<String> names(List<LevelHyperparameter> hyperparameters) {
    return hyperparameters.stream().map(LevelHyperparameter::name).toList();
  }

  private static void require(List<String> names, String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "hyperparameter must be one of " + names + ", got " + name);
    }
  }
}
