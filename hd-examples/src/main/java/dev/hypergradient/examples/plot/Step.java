package dev.hypergradient.examples.plot;

import dev.hypergradient.Hypergradients;
import java.util.List;

/**
 * What a network had learned after an iteration.
 *
 * @param score DL4J's, of the minibatch, L1 and L2 terms included
 * @param rates the learning rate of each set of layers that share one
 * @param cosines of gradient and last direction, in the same order; NaN where there is none
 */
record Step(int iteration, double score, List<Double> rates, List<Double> cosines) {
  static Step of(int iteration, double score, List<Hypergradients> learned) {
    return new Step(
        iteration,
        score,
        learned.stream().map(Hypergradients::getLearningRate).toList(),
        learned.stream().map(Hypergradients::getCosine).toList());
  }
}
