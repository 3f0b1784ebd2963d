package dev.hypergradient.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a moment, with JMH's own process for the only fork: whether, not how fast. */
class JmhProcessTest {
  private static final Effort LEAST = new Effort(0, 1, 1, 1);

  @TempDir private Path directory;

  @Test
  void everySubjectHasItsTurn() throws IOException {
    StepCase setting = new StepCase(WaitPolicy.PASSIVE, UpdaterPair.NESTEROVS, 100);

    TurnTimes<StepSubject> times = setting.measure(new JmhProcess(LEAST, directory));

    assertThat(times.rounds()).hasSize(1);
    assertThat(times.rounds().get(0).keySet()).isEqualTo(EnumSet.allOf(StepSubject.class));
    assertThat(times.rounds().get(0).values())
        .allSatisfy(micros -> assertThat(micros).isPositive());
    assertThat(directory.resolve("step-passive-nesterovs-100.log")).content().contains("Iteration");
  }

  @Test
  void networksAreTrained() throws IOException {
    TrainingCase setting = new TrainingCase(WaitPolicy.DEFAULT, Network.LOGREG, UpdaterPair.ADAM);

    TurnTimes<TrainingSubject> times = setting.measure(new JmhProcess(LEAST, directory));

    assertThat(times.rounds()).hasSize(1);
    assertThat(times.rounds().get(0).values())
        .allSatisfy(micros -> assertThat(micros).isPositive());
  }

  @Test
  void failuresNameTheLog() {
    JmhProcess jmh = new JmhProcess(LEAST, directory);
    Map<String, String> wrong = Map.of("parameters", "many");

    assertThatThrownBy(
            () ->
                jmh.run("steps", StepBenchmark.class, StepSubject.class, WaitPolicy.PASSIVE, wrong))
        .isInstanceOf(IOException.class)
        .hasMessage("JMH failed with exit code 1, see " + directory.resolve("steps.log"));
  }

  @Test
  void passiveThreadsAreAskedForInTheEnvironment() {
    Map<String, String> environment = new HashMap<>(Map.of("OMP_WAIT_POLICY", "active"));

    WaitPolicy.DEFAULT.setIn(environment);
    assertThat(environment).isEmpty();

    WaitPolicy.PASSIVE.setIn(environment);
    assertThat(environment).isEqualTo(Map.of("OMP_WAIT_POLICY", "passive"));
  }
}
