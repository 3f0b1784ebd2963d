package dev.hypergradient.benchmark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.Main;

/**
 * Runs JMH in a process of its own: the variables that ND4J's threads obey must be set before a JVM
 * starts, and JMH hands its own environment on to its forks.
 */
final class JmhProcess {
  private final Effort effort;
  private final Path directory;

  /**
   * A way to run benchmarks.
   *
   * @param directory where JMH's results and logs go; made if it does not exist
   */
  JmhProcess(Effort effort, Path directory) {
    this.effort = effort;
    this.directory = directory;
  }

  /**
   * Runs one benchmark with one set of parameters.
   *
   * @param name of the files that are left or replaced
   * @param parameters JMH's, by name
   * @throws IOException if the benchmark fails; the message says where its log is
   */
  <S extends Enum<S>> TurnTimes<S> run(
      String name,
      Class<?> benchmark,
      Class<S> subjects,
      WaitPolicy waitPolicy,
      Map<String, String> parameters)
      throws IOException {
    Files.createDirectories(directory);
    Path results = directory.resolve(name + ".json");
    Path log = directory.resolve(name + ".log");
    Files.deleteIfExists(results);
    ProcessBuilder jmh = new ProcessBuilder(java());
    jmh.command()
        .addAll(arguments(benchmark, subjects.getEnumConstants().length, parameters, results));
    waitPolicy.setIn(jmh.environment());
    int exitCode = await(jmh.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    if (exitCode != 0) {
      throw new IOException("JMH failed with exit code " + exitCode + ", see " + log);
    }
    return TurnTimes.read(results, subjects);
  }

  /** A JVM like this one. JMH's forks will be like it, too. */
  private static List<String> java() {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return java;
  }

  private List<String> arguments(
      Class<?> benchmark, int subjects, Map<String, String> parameters, Path results) {
    List<String> arguments = new ArrayList<>(List.of(benchmark.getName()));
    parameters.forEach((name, value) -> arguments.addAll(List.of("-p", name + "=" + value)));
    String duration = effort.milliseconds() + "ms";
    arguments.addAll(List.of("-f", Integer.toString(effort.forks())));
    arguments.addAll(List.of("-wi", iterations(effort.warmUpTurns(), subjects), "-w", duration));
    arguments.addAll(List.of("-i", iterations(effort.turns(), subjects), "-r", duration));
    arguments.addAll(List.of("-foe", "true", "-rf", "json", "-rff", results.toString()));
    return arguments;
  }

  private static String iterations(int turns, int subjects) {
    return Integer.toString(Effort.inFullRounds(turns, subjects));
  }

  private static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while JMH was running");
    }
  }
}
