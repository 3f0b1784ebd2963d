package dev.hypergradient.reference.golden;

import java.util.Map;

/**
 * One level of a tower in one step; every map is by hyperparameter name, in the order of the file.
 *
 * @param raw the values as optimised, used in this step
 * @param effective the same values as the update formula sees them
 * @param hypergradients ∂f_t/∂raw of the previous step's values, 0 in the first step
 */
public record GoldenLevel(
    Map<String, Double> raw, Map<String, Double> effective, Map<String, Double> hypergradients) {
  static GoldenLevel of(GoldenJson json) {
    return new GoldenLevel(
        json.object("raw").numbers(),
        json.object("effective").numbers(),
        json.object("hypergradient_raw").numbers());
  }
}
