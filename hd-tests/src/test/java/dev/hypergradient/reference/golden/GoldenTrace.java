package dev.hypergradient.reference.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recorded run of one updater in float64; the README of the resource folder {@code golden} tells
 * the conventions and who computed it.
 *
 * @param name the file's name without {@code .json.gz}, such as {@code "sgd_hd_wd"}
 * @param hyperparameters those of the header that are numbers, such as {@code "alpha_0"}
 * @param tensors how θ is divided
 */
public record GoldenTrace(
    String name,
    Map<String, Double> hyperparameters,
    List<GoldenTensor> tensors,
    DoubleVector theta0,
    List<GoldenStep> steps) {
  /**
   * Reads the trace of that name.
   *
   * @throws IllegalArgumentException if there is none, or it lacks a field, a step or an element
   */
  public static GoldenTrace read(String name) {
    return of(GoldenJson.read(name));
  }

  static GoldenTrace of(GoldenJson json) {
    DoubleVector theta0 = json.vector("theta0");
    List<GoldenStep> steps = new ArrayList<>();
    for (GoldenJson element : json.objects("steps")) {
      GoldenStep step = GoldenStep.of(element);
      require(element, "t", steps.size() + 1, step.t());
      require(element, "length of g", theta0.length(), step.gradient().length());
      require(element, "length of theta", theta0.length(), step.theta().length());
      steps.add(step);
    }
    return new GoldenTrace(
        json.text("name"),
        json.object("hyperparameters").numbers(),
        GoldenTensor.listOf(json.objects("tensors")),
        theta0,
        List.copyOf(steps));
  }

  private static void require(GoldenJson step, String what, int expected, int actual) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          step.where() + ": " + what + " must be " + expected + ", got " + actual);
    }
  }

  /**
   * Returns a number of the header.
   *
   * @throws IllegalArgumentException if the header has no number of that name
   */
  public double hyperparameter(String hyperparameter) {
    Double value = hyperparameters.get(hyperparameter);
    if (value == null) {
      throw new IllegalArgumentException(
          name
              + ": hyperparameter must be one of "
              + hyperparameters.keySet()
              + ", got "
              + hyperparameter);
    }
    return value;
  }

  /** Returns the name, by which test reports show the trace. */
  @Override
  public String toString() {
    return name;
  }
}
