package dev.hypergradient.examples.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Several programs, of which the first argument names one. */
public abstract class ProgramGroup implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Spec private CommandSpec spec;

  /** What to ask a user who names none. */
  protected abstract String question();

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(), question() + " " + String.join(", ", spec.subcommands().keySet()));
  }
}
