package dev.hypergradient.examples;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in processes of their own. */
final class CommandProcess {
  private CommandProcess() {}

  /**
   * Starts a program.
   *
   * @param command class and arguments, separated by blanks
   * @param directory for results
   * @param out for what it prints
   */
  static Process start(String command, Path directory, Redirect out) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(("dev.hypergradient.examples." + command).split(" ")));
    words.addAll(List.of("--out", directory.toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("OMP_WAIT_POLICY", "passive");
    return builder.redirectOutput(out).redirectError(Redirect.DISCARD).start();
  }
}
