package dev.hypergradient.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What JMH measured of a {@link Rotation}.
 *
 * @param <S> the enum of the subjects
 * @param rounds of all forks: each subject's turn, in microseconds an operation
 */
record TurnTimes<S extends Enum<S>>(List<Map<S, Double>> rounds) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Reads JMH's JSON of one benchmark with one set of parameters.
   *
   * @throws IOException if it is something else, or an iteration belongs to no full round
   */
  static <S extends Enum<S>> TurnTimes<S> read(Path file, Class<S> subjects) throws IOException {
    JsonNode results = MAPPER.readTree(file.toFile());
    JsonNode metric = results.path(0).path("primaryMetric");
    if (results.size() != 1 || !metric.path("scoreUnit").asText().equals("us/op")) {
      throw new IOException(file + " must hold one result in us/op, got " + results);
    }
    List<Map<S, Double>> rounds = new ArrayList<>();
    for (double[] fork : MAPPER.treeToValue(metric.path("rawData"), double[][].class)) {
      rounds.addAll(rounds(fork, subjects.getEnumConstants(), subjects));
    }
    return new TurnTimes<>(rounds);
  }

  private static <S extends Enum<S>> List<Map<S, Double>> rounds(
      double[] iterations, S[] subjects, Class<S> type) throws IOException {
    if (iterations.length % subjects.length != 0) {
      throw new IOException(
          "iterations must be a multiple of " + subjects.length + ", got " + iterations.length);
    }
    List<Map<S, Double>> rounds = new ArrayList<>();
    for (int start = 0; start < iterations.length; start += subjects.length) {
      Map<S, Double> round = new EnumMap<>(type);
      for (int i = 0; i < subjects.length; i++) {
        round.put(subjects[i], iterations[start + i]);
      }
      rounds.add(round);
    }
    return rounds;
  }

  /** The median of a quantity over all rounds. */
  double median(ToDoubleFunction<Map<S, Double>> quantity) {
    return new ListStatistics(rounds.stream().mapToDouble(quantity).toArray()).getPercentile(50);
  }
}
