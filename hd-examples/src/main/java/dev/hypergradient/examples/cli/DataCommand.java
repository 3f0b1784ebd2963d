package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.files.IoErrors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A program that computes something on data sets and leaves files in a directory. */
public abstract class DataCommand implements Callable<Integer> {
  @Mixin private FileOptions options;
  @Spec private CommandSpec spec;

  /** Does the work, after the options of every program have been checked. */
  protected abstract void run() throws IOException;

  /**
   * Runs the program.
   *
   * @return 0, 1 after an error with files or network or when training diverged, 2 after wrong
   *     options
   */
  public final int execute(String... args) {
    return commandLine().execute(args);
  }

  @Override
  public final Integer call() throws IOException {
    checkDirectory("--data", options.data);
    prepareOut();
    run();
    return 0;
  }

  /** Where data sets may lie. */
  protected final DataDirectories directories() {
    return options.directories();
  }

  /** The directory for results. */
  protected final Path outDirectory() {
    return options.out;
  }

  /** The stream that the user reads. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** The name of this program or subcommand. */
  protected final String commandName() {
    return spec.name();
  }

  /** The whole command line, as typed. */
  protected final String arguments() {
    return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
  }

  /** Rejects an option that is given but names no directory. */
  protected final void checkDirectory(String option, Path given) {
    if (given != null && !Files.isDirectory(given)) {
      throw wrongOption(option + " must be a directory, got " + given);
    }
  }

  /** Makes the directory for results and tries to write there, before any work is done. */
  private void prepareOut() {
    if (options.out.toString().isEmpty()) {
      throw wrongOption("--out must name a directory, got nothing");
    }
    try {
      Files.createDirectories(options.out);
      Files.delete(Files.createTempFile(options.out, "writable", ".part"));
    } catch (IOException e) {
      throw wrongOption("--out must be a directory to write to: " + IoErrors.describe(e));
    }
  }

  /** Ends the program with this message and how to get help. */
  protected final ParameterException wrongOption(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The parser of the command line. */
  CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(this);
    return CommandLines.configure(commandLine);
  }
}
