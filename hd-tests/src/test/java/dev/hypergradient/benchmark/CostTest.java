package dev.hypergradient.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostTest {
  private static final StepCost STEP =
      StepCost.of(
          new StepCase(WaitPolicy.PASSIVE, UpdaterPair.ADAM, 10_000),
          new TurnTimes<>(
              List.of(
                  Map.of(
                      StepSubject.REFRESH, 2.0,
                      StepSubject.DL4J, 22.0,
                      StepSubject.HD, 11.0,
                      StepSubject.COPY_ND4J, 3.0,
                      StepSubject.COPY_BUFFER, 1.5,
                      StepSubject.COPY_BUFFER_PARALLEL, 1.0,
                      StepSubject.COPY_HEAP, 2.0))));

  private static final TrainingCost TRAINING =
      TrainingCost.of(
          new TrainingCase(WaitPolicy.DEFAULT, Network.MLP, UpdaterPair.SGD),
          new TurnTimes<>(
              List.of(Map.of(TrainingSubject.DL4J, 2000.0, TrainingSubject.HD, 2500.0))));

  private static final MemoryCost MEMORY =
      new MemoryCost(UpdaterPair.NESTEROVS, 1000, 2.004, 640, 0);

  @TempDir private Path directory;

  @Test
  void refreshIsNotPartOfTheStep() {
    assertThat(STEP.micros()).isEqualTo(9);
    assertThat(STEP.dl4jMicros()).isEqualTo(20);
    assertThat(STEP.dl4jRatio()).isEqualTo(0.45);
  }

  @Test
  void floorIsThatOfTheFastestCopy() {
    // AdamHd moves 9 floats for each parameter, a copy, which takes 1 µs, 2.
    assertThat(STEP.fastestCopy()).isEqualTo(StepSubject.COPY_BUFFER_PARALLEL);
    assertThat(STEP.floorMicros()).isEqualTo(4.5);
    assertThat(STEP.floorRatio()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aStepMovesEachStateVectorInAndOut(UpdaterPair pair) {
    long parameters = 1_000_000;
    long vectors = pair.hd().stateSize(parameters) / parameters;

    // The length of parameter-free Adam's step depends on its moment, which is read once more.
    int again = pair == UpdaterPair.ADAM_FREE ? 1 : 0;
    assertThat(pair.floatsMoved()).isEqualTo(Math.toIntExact(3 + 2 * vectors + again));
  }

  @Test
  void tablesHaveRatiosFirst() {
    assertThat(StepReport.table(List.of(STEP)))
        .isEqualToNormalizingNewlines(
            """
            waiting  updater  parameters  / DL4J  / floor   µs  DL4J µs  floor µs
            passive     adam       10000    0.45     2.00  9.0     20.0       4.5
            """);
    assertThat(TrainingReport.table(List.of(TRAINING)))
        .isEqualToNormalizingNewlines(
            """
            waiting  network  updater  / DL4J     ms  DL4J ms
            default      mlp      sgd   1.250  2.500    2.000
            """);
    assertThat(MemoryReport.table(List.of(MEMORY)).lines().skip(1).map(line -> line.split(" +")))
        .containsExactly(new String[] {"nesterovs", "1000", "2.004", "640", "0"});
  }

  @Test
  void filesHaveAllFigures() throws IOException {
    Path file = directory.resolve("costs.csv");

    StepReport.writeCsv(List.of(STEP), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "wait_policy,updater,parameters,ratio_dl4j,ratio_floor,step_us,dl4j_us,floor_us,"
                + "refresh_us,copy_us,fastest_copy",
            "passive,adam,10000,0.45,2.0,9.0,20.0,4.5,2.0,1.0,COPY_BUFFER_PARALLEL");

    TrainingReport.writeCsv(List.of(TRAINING), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "wait_policy,network,updater,ratio_dl4j,step_ms,dl4j_ms",
            "default,mlp,sgd,1.25,2.5,2.0");

    MemoryReport.writeCsv(List.of(MEMORY), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "updater,parameters,state_floats,heap_bytes,resident_bytes",
            "nesterovs,1000,2.004,640.0,0.0");
  }
}
