package dev.hypergradient.hyper;

/**
 * A number for each {@link Hyperparameter}, 0 to begin with: what an {@code EnumMap} would box. A
 * tower of fifty levels takes thousands of them in a step.
 */
@SuppressWarnings("EnumOrdinal")
final class NumberOfEach {

  private static final int COUNT = Hyperparameter.values().length;

  private final double[] numbers = new double[COUNT];

  double get(Hyperparameter hyperparameter) {
    return numbers[hyperparameter.ordinal()];
  }

  void put(Hyperparameter hyperparameter, double number) {
    numbers[hyperparameter.ordinal()] = number;
  }
}
