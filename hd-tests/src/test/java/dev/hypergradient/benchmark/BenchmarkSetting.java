package dev.hypergradient.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be measured, and how.
 *
 * @param sizes numbers of parameters for which an updater's step is measured
 * @param directory where files go
 */
record BenchmarkSetting(
    List<WaitPolicy> waitPolicies,
    List<UpdaterPair> updaters,
    List<Integer> sizes,
    List<Network> networks,
    Effort effort,
    Path directory) {

  JmhProcess jmh() {
    return new JmhProcess(effort, directory.resolve("jmh"));
  }

  List<StepCase> stepCases() {
    return waitPolicies.stream()
        .flatMap(policy -> updaters.stream().flatMap(pair -> stepCases(policy, pair)))
        .toList();
  }

  private Stream<StepCase> stepCases(WaitPolicy policy, UpdaterPair pair) {
    return sizes.stream().map(size -> new StepCase(policy, pair, size));
  }

  List<TrainingCase> trainingCases() {
    return waitPolicies.stream()
        .flatMap(policy -> networks.stream().flatMap(network -> trainingCases(policy, network)))
        .toList();
  }

  private Stream<TrainingCase> trainingCases(WaitPolicy policy, Network network) {
    return updaters.stream().map(pair -> new TrainingCase(policy, network, pair));
  }
}
