package dev.hypergradient.reference.golden;

import java.util.List;

/**
 * What a recorded run did in step t = 1, 2, ….
 *
 * @param loss f_t(θ_{t−1}) on the batch of the step
 * @param gradient ∇f_t(θ_{t−1}), without weight decay
 * @param learningRate α_t, used in this step
 * @param theta θ_t, after the update
 * @param levels the tower's levels from the bottom up; empty for other runs
 */
public record GoldenStep(
    int t,
    double loss,
    DoubleVector gradient,
    double learningRate,
    DoubleVector theta,
    List<GoldenLevel> levels) {
  static GoldenStep of(GoldenJson json) {
    List<GoldenLevel> levels =
        json.node().has("levels")
            ? json.objects("levels").stream().map(GoldenLevel::of).toList()
            : List.of();
    return new GoldenStep(
        json.integer("t"),
        json.number("loss"),
        json.vector("g"),
        json.number("alpha"),
        json.vector("theta"),
        levels);
  }
}
