package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.CommandLines;
import dev.hypergradient.examples.cli.ProgramGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All programs under one name, which the script {@code hd} starts. */
@Command(
    name = "./hd",
    description = {
      "Trains networks whose learning rate learns itself, and repeats the papers' experiments.",
      "",
      "'./hd mlp' is a beginning: it needs no data set."
    },
    footer = {"", "Each command explains itself: './hd mlp --help'."})
public final class Hd extends ProgramGroup {
  Hd() {}

  /** Runs a program; {@code --help} lists them. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The parser of the command line. */
  static CommandLine commandLine() {
    Map<String, CommandLine> programs = new LinkedHashMap<>();
    programs.put("logreg", new CommandLine(new LogisticRegressionExample()));
    programs.put("mlp", new CommandLine(new MlpExample()));
    programs.put("vgg", new CommandLine(new VggExample()));
    programs.put("towers", new CommandLine(new TowersExample()));
    programs.putAll(new Experiment().commandLine().getSubcommands());
    CommandLine commandLine = new CommandLine(new Hd());
    programs.forEach((name, program) -> commandLine.addSubcommand(program.setCommandName(name)));
    return CommandLines.configure(commandLine);
  }

  @Override
  protected String question() {
    return "which one?";
  }
}
