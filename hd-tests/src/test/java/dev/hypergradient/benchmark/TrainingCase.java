package dev.hypergradient.benchmark;

import java.io.IOException;
import java.util.Map;

/** One setting of {@link TrainingBenchmark}. */
record TrainingCase(WaitPolicy waitPolicy, Network network, UpdaterPair updaters) {
  TurnTimes<TrainingSubject> measure(JmhProcess jmh) throws IOException {
    return jmh.run(
        "training-" + waitPolicy + "-" + network + "-" + updaters,
        TrainingBenchmark.class,
        TrainingSubject.class,
        waitPolicy,
        Map.of("network", network.name(), "updaters", updaters.name()));
  }
}
