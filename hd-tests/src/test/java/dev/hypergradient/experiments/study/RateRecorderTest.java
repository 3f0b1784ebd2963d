package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateRecorderTest {
  @Test
  void keepsFirstAndLastAndAtMostAHundred() {
    RateRecorder recorder = new RateRecorder(2000);
    for (int step = 1; step <= 2000; step++) {
      recorder.add(step, 1.0 / step);
    }

    assertThat(recorder.points()).hasSizeBetween(60, 100);
    assertThat(recorder.points())
        .startsWith(new RatePoint(1, 1))
        .endsWith(new RatePoint(2000, 5e-4));
    // As many below the geometric mean of 1 and 2000, 44.7, as above, but for steps that coincide.
    assertThat(recorder.points()).filteredOn(point -> point.step() > 44).hasSize(50);
    assertThat(recorder.min()).isEqualTo(1 / 2000.0);
    assertThat(recorder.max()).isEqualTo(1);
    assertThat(recorder.last()).isEqualTo(1 / 2000.0);
  }

  @Test
  void keepsAllOfAFewSteps() {
    RateRecorder recorder = new RateRecorder(3);
    for (int step = 1; step <= 3; step++) {
      recorder.add(step, step);
    }

    assertThat(recorder.points()).extracting(RatePoint::step).containsExactly(1, 2, 3);
  }
}
