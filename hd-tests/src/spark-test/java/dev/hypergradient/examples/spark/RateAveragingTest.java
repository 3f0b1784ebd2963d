package dev.hypergradient.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateAveragingTest {

  /** Spark delivers the steps of one worker in order, but the workers in any. */
  @Test
  void stepsAreGroupedByStageAndWorker() {
    List<WorkerStep> steps =
        List.of(
            new WorkerStep(7, 1, 0.25, 0.75),
            new WorkerStep(4, 1, 0, 0.125),
            new WorkerStep(4, 1, 0.125, 0.375),
            new WorkerStep(4, 0, 0, 0.0625),
            new WorkerStep(4, 0, 0.0625, 0.125),
            new WorkerStep(7, 0, 0.25, 0.5));
    assertThat(RateAveraging.of(steps))
        .containsExactly(
            new RateAveraging(0, List.of(0.125, 0.375)),
            new RateAveraging(0.25, List.of(0.5, 0.75)))
        .extracting(RateAveraging::mean)
        .containsExactly(0.25, 0.625);
  }

  @Test
  void lineOfTheLog() {
    assertThat(new RateAveraging(0, List.of(0.125, 0.375)))
        .hasToString("0 -> 0.125, 0.375 -> mean 0.250");
  }

  @Test
  void noWorkerIsRejected() {
    assertThatThrownBy(() -> new RateAveraging(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }
}
