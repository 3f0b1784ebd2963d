package dev.hypergradient.benchmark;

import dev.hypergradient.examples.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program that measures what the updaters cost. */
@Command(
    name = "Benchmarks",
    description = {
      "Measures what the updaters cost: their step beside that of DL4J's own updaters and beside"
          + " the floor, the time to move as many floats in the fastest plain copy; whole training"
          + " steps of a batch of 128; memory.",
      "",
      "The steps and copies of a case take turns in one JVM, each step right after an ND4J"
          + " operation that refreshes the gradient, whose time is subtracted. Figures are medians"
          + " over the rounds of all forks. JMH's own results and logs are left in DIR/jmh."
    })
final class Benchmarks implements Callable<Integer> {
  @Option(
      names = "--part",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "step,training,memory",
      description = "${COMPLETION-CANDIDATES}, or several of them. Default: ${DEFAULT-VALUE}.")
  private List<Part> parts;

  @Option(
      names = "--updater",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "sgd,nesterovs,adam",
      description =
          "${COMPLETION-CANDIDATES}, or several of them; adam-tower learns all of Adam's"
              + " hyperparameters. Default: ${DEFAULT-VALUE}.")
  private List<UpdaterPair> updaters;

  @Option(
      names = "--size",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,100000,1000000,10000000",
      description = "Parameters, for step and memory. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--net",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "logreg,mlp,vgg-small",
      description = "${COMPLETION-CANDIDATES}, or several of them. Default: ${DEFAULT-VALUE}.")
  private List<Network> networks;

  @Option(
      names = "--wait-policy",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "passive,default",
      description =
          "OMP_WAIT_POLICY of the JVMs that are measured: ${COMPLETION-CANDIDATES} for none, or"
              + " both. Default: ${DEFAULT-VALUE}.")
  private List<WaitPolicy> waitPolicies;

  @Option(
      names = "--quick",
      description = "One short fork a case: minutes for everything instead of an hour.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Directory for CSV files. Default: ${DEFAULT-VALUE}.")
  private Path directory;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Spec private CommandSpec spec;

  /** Runs the benchmarks; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return CommandLines.configure(new CommandLine(new Benchmarks()));
  }

  @Override
  public Integer call() throws IOException {
    for (int size : sizes) {
      if (size < 1) {
        throw new ParameterException(spec.commandLine(), "--size must be at least 1, got " + size);
      }
    }
    BenchmarkSetting setting =
        new BenchmarkSetting(
            waitPolicies,
            updaters,
            sizes,
            networks,
            quick ? Effort.QUICK : Effort.FULL,
            Files.createDirectories(directory));
    for (Part part : parts) {
      part.run(setting, spec.commandLine().getOut());
    }
    return 0;
  }
}
