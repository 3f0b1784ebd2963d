package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.CommandLines;
import dev.hypergradient.examples.cli.ProgramGroup;
import dev.hypergradient.experiments.BatchSizeCommand;
import dev.hypergradient.experiments.CompareCommand;
import dev.hypergradient.experiments.GridCommand;
import dev.hypergradient.experiments.LayersCommand;
import dev.hypergradient.experiments.SensitivityCommand;
import dev.hypergradient.experiments.study.StudyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Repeats the experiments of "Online Learning Rate Adaptation with Hypergradient Descent". */
@Command(
    name = "Experiment",
    subcommands = {
      CompareCommand.class,
      GridCommand.class,
      SensitivityCommand.class,
      BatchSizeCommand.class,
      LayersCommand.class,
      StudyCommand.class
    },
    description = {
      "Repeats the experiments of Baydin et al., Online Learning Rate Adaptation with Hypergradient"
          + " Descent (arXiv:1703.04782), and others like them.",
      "",
      "Every training run is kept in OUT and not repeated. Each experiment leaves a report there,"
          + " a page of HTML, with its pictures and its numbers as files beside."
    })
public final class Experiment extends ProgramGroup {
  Experiment() {}

  /** Runs an experiment; {@code --help} lists them. */
  public static void main(String[] args) {
    System.exit(new Experiment().commandLine().execute(args));
  }

  /** The parser of the command line. */
  CommandLine commandLine() {
    return CommandLines.configure(new CommandLine(this));
  }

  @Override
  protected String question() {
    return "which experiment?";
  }
}
