package dev.hypergradient.examples.cli;

import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.files.IoErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Settings of the command line that all programs share. */
public final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  /**
   * Sets the width of the help, how choices are read and how failures are reported, for all
   * subcommands too.
   */
  public static CommandLine configure(CommandLine commandLine) {
    registerChoices(commandLine);
    return commandLine
        .setParameterExceptionHandler(CommandLines::handleWrongOption)
        .setExecutionExceptionHandler(CommandLines::handle)
        .setUsageHelpWidth(WIDTH);
  }

  private static void registerChoices(CommandLine commandLine) {
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      for (Class<?> type : option.auxiliaryTypes()) {
        if (type.isEnum()) {
          registerChoice(commandLine, type);
        }
      }
    }
    commandLine.getSubcommands().values().forEach(CommandLines::registerChoices);
  }

  private static <T> void registerChoice(CommandLine commandLine, Class<T> type) {
    commandLine.registerConverter(type, new ChoiceConverter<>(type));
  }

  /** One line, and how to get help. */
  private static int handleWrongOption(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    commandLine.getErr().println(exception.getMessage() + suggestions(exception));
    commandLine
        .getErr()
        .println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
    return commandLine.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String suggestions(ParameterException exception) {
    List<String> similar =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return similar.isEmpty() ? "" : "; similar: " + String.join(", ", similar);
  }

  /**
   * Prints no stack trace where files, connections or training fail, which is no error of the
   * program.
   */
  private static int handle(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    commandLine.getErr().println(message(exception));
    return commandLine.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String message(Exception exception) throws Exception {
    if (exception instanceof UncheckedIOException unchecked) {
      return IoErrors.describe(unchecked.getCause());
    }
    if (exception instanceof IOException io) {
      return IoErrors.describe(io);
    }
    if (exception instanceof NonFiniteGradientException) {
      return exception.getMessage();
    }
    throw exception;
  }
}
