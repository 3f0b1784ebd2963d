package dev.hypergradient.examples.cli;

import dev.hypergradient.NonFiniteGradientException;
import java.io.IOException;
import picocli.CommandLine;

/** What all programs have in common towards their users. */
public final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  /** Sets the width of the help and how failures are told, of all subcommands, too. */
  public static CommandLine configure(CommandLine commandLine) {
    return commandLine.setExecutionExceptionHandler(CommandLines::handle).setUsageHelpWidth(WIDTH);
  }

  /**
   * Files, connections and training can fail without an error in the program: no stack trace then.
   */
  private static int handle(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (exception instanceof IOException || exception instanceof NonFiniteGradientException) {
      commandLine.getErr().println(exception.getMessage());
      return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }
    throw exception;
  }
}
