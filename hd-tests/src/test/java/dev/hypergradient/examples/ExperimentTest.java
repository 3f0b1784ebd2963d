package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExperimentTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | which experiment?",
        "compare --model lstm                      | lstm",
        "compare --epochs 0                        | at least 1, got 0",
        "compare --published nowhere               | --published must be a directory, got nowhere",
        "compare --start middle                    | middle",
        "compare --start authors --model vgg       | fits logreg and mlp, got --model vgg",
        "grid --rates 0,-1                         | at least 0, got -1",
        "grid --hyper-rates x                      | at least 0, got x",
        "sensitivity --rates 1e-3,NaN              | at least 0, got NaN",
        "batch-size --batches 16,0                 | at least 1, got 0",
        "layers --updater adam                     | must learn its learning rate, got adam",
        "compare --threshold -0.1                  | at least 0, got -0.1",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" +"))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  /** Every experiment, at its smallest, and again: the second time from its files alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compare --epochs 1                                             | 6",
        "grid --epochs 1 --rates 0,1e-3 --hyper-rates 1e-3 --adam-hyper-rates 1e-7 | 12",
        "sensitivity --epochs 1 --rates 0,1                              | 18",
        "batch-size --epochs 1 --batches 64,1024                         | 12",
        "layers --epochs 1                                               | 3",
      })
  void leavesAReportThatNeedsNothingElse(String arguments, int cells) throws IOException {
    String[] all = (arguments + " --model logreg --out " + directory).split(" +");

    assertThat(execute(all)).isZero();
    assertThat(out.toString()).contains(cells + " cells, 0 of them finished before");
    assertThat(execute(all)).isZero();
    assertThat(out.toString()).contains(cells + " cells, " + cells + " of them finished before");

    String name = all[0] + "-logreg-digits";
    assertThat(names(directory)).contains(name + ".csv", name + "-epochs.csv", name + ".html");
    assertThat(names(directory)).anyMatch(file -> file.endsWith(".png"));
    assertThat(names(directory.resolve("cells"))).hasSize(cells);
    String page = Files.readString(directory.resolve(name + ".html"));
    assertThat(page)
        .contains("data:image/png;base64,", "<table>", "<dt>seed</dt><dd>1</dd>", arguments.trim())
        .doesNotContain("http", "<script", "url(", "@import", "<link");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = new Experiment().commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  private static List<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
