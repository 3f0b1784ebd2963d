package dev.hypergradient.benchmark;

import static dev.hypergradient.benchmark.TrainingSubject.DL4J;
import static dev.hypergradient.benchmark.TrainingSubject.HD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTimesTest {
  @TempDir private Path directory;

  @Test
  void roundsOfAllForksAreReadInTurn() throws IOException {
    TurnTimes<TrainingSubject> times = read("us/op", "[[4, 1, 6, 3], [8, 2]]");

    assertThat(times.rounds())
        .containsExactly(
            Map.of(DL4J, 4.0, HD, 1.0), Map.of(DL4J, 6.0, HD, 3.0), Map.of(DL4J, 8.0, HD, 2.0));
  }

  @Test
  void mediansAreOfTheRoundsOwnQuantities() throws IOException {
    TurnTimes<TrainingSubject> times = read("us/op", "[[4, 1, 6, 3], [8, 2]]");

    // The ratios are 4, 2 and 4; that of the medians would be 3.
    assertThat(times.median(round -> round.get(DL4J) / round.get(HD))).isEqualTo(4);
  }

  @Test
  void roundsMustBeFull() {
    assertThatThrownBy(() -> read("us/op", "[[4, 1, 6]]"))
        .isInstanceOf(IOException.class)
        .hasMessage("iterations must be a multiple of 2, got 3");
  }

  @Test
  void otherUnitsAreRefused() {
    assertThatThrownBy(() -> read("ops/s", "[[4, 1]]"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must hold one result in us/op, got")
        .hasMessageContaining("ops/s");
  }

  private TurnTimes<TrainingSubject> read(String unit, String rawData) throws IOException {
    Path file = directory.resolve("results.json");
    Files.writeString(
        file,
        """
        [{"primaryMetric": {"scoreUnit": "%s", "rawData": %s}}]
        """
            .formatted(unit, rawData));
    return TurnTimes.read(file, TrainingSubject.class);
  }
}
