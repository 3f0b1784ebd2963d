package dev.hypergradient.examples.cli;

import dev.hypergradient.NonFiniteGradientException;
import java.io.IOException;
import picocli.CommandLine;

/** Settings of the command line that all programs share. */
public final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  /** Sets the width of the help and how failures are reported, for all subcommands too. */
  public static CommandLine configure(CommandLine commandLine) {
    return commandLine.setExecutionExceptionHandler(CommandLines::handle).setUsageHelpWidth(WIDTH);
  }

  /**
   * Prints no stack trace where files, connections or training fail, which is no error of the
   * program.
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
