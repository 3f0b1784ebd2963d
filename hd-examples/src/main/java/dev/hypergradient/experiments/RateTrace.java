package dev.hypergradient.experiments;

import java.util.List;

/**
 * Learning rates of a network that learns several.
 *
 * @param layers names of the layers that share a rate, one text for each rate
 * @param rates for each row of the training record, a rate for each of {@code layers}
 */
record RateTrace(List<String> layers, List<List<Double>> rates) {
  /** The trace of a network with one rate, which the training record has. */
  static final RateTrace NONE = new RateTrace(List.of(), List.of());

  /** Copies the lists. */
  RateTrace {
    layers = List.copyOf(layers);
    rates = List.copyOf(rates);
  }
}
