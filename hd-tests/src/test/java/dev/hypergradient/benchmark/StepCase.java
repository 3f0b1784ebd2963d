package dev.hypergradient.benchmark;

import java.io.IOException;
import java.util.Map;

/**
 * One setting of {@link StepBenchmark}.
 *
 * @param parameters of the block
 */
record StepCase(WaitPolicy waitPolicy, UpdaterPair updaters, int parameters) {
  TurnTimes<StepSubject> measure(JmhProcess jmh) throws IOException {
    return jmh.run(
        "step-" + waitPolicy + "-" + updaters + "-" + parameters,
        StepBenchmark.class,
        StepSubject.class,
        waitPolicy,
        Map.of("updaters", updaters.name(), "parameters", Integer.toString(parameters)));
  }
}
