package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        "study --steps 0                           | above 0, at most 1000, got 0",
        "study --steps 1e300                       | above 0, at most 1000, got 1e300",
        "compare --lr 1e300                        | must be at most 3.4028235E38, got 1e300",
        "study --problems mlp-digits,lstm          | lstm",
        "study --problems iris --batches 128       | none of the problems has batches of [128]",
        "study --families adamax                   | adamax",
        "study --seeds x                           | 'x' is not a long",
        "study --data nowhere                      | --data must be a directory, got nowhere",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    String[] all = arguments.isEmpty() ? new String[0] : arguments.split(" +");
    assertThat(execute(all)).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(message),
            line -> assertThat(line).startsWith("Try 'Experiment"));
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
        "layers --epochs 1                                               | 2",
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

  /** The study, at its smallest, and again: the second time from its file alone. */
  @Test
  void studyLeavesAReportThatNeedsNothingElse() throws IOException {
    String[] all =
        ("study --problems logreg-digits --batches 1024 --families sgd --seeds 1,2 --steps 0.05"
                + " --out "
                + directory)
            .split(" +");

    assertThat(execute(all)).isZero();
    // Both rules, 9 rates, 9 with a decay; then both rules and twice the best rate and one
    // neighbour
    // or two.
    assertThat(out.toString()).containsPattern("logreg-digits.*sgd: 2[678] runs trained");
    byte[] runs = Files.readAllBytes(directory.resolve("study-logreg-digits.csv"));
    String[] report = Arrays.copyOf(all, all.length + 1);
    report[all.length] = "--report";
    assertThat(execute(report)).isZero();
    assertThat(execute(all)).isZero();
    assertThat(out.toString()).contains("logreg-digits, batches of 1024, sgd: 0 runs trained");

    assertThat(directory.resolve("study-logreg-digits.csv")).hasBinaryContent(runs);
    assertThat(names(directory))
        .containsExactlyInAnyOrder(
            "study.csv",
            "study.html",
            "study-logreg-digits.csv",
            "study-constants.png",
            "study-rates.png");
    assertThat(Files.readString(directory.resolve("study.html")))
        .contains("data:image/png;base64,", "<table>", "logreg-digits, 1024", "--steps 0.05")
        .doesNotContain("http", "<script", "url(", "@import", "<link");
  }

  @Test
  void studyTellsWhichDataIsMissing() throws IOException {
    assumeThat(DatasetName.FASHION_MNIST.find(DataDirectories.of(Optional.empty()))).isEmpty();
    String[] all =
        ("study --problems mlp-fashion --data " + directory + " --out " + directory).split(" ");

    assertThat(execute(all)).isEqualTo(2);
    assertThat(err.toString())
        .contains("--problems mlp-fashion", "fashion-mnist is neither in --data nor in the cache");
  }

  @Test
  void studyTellsThatThereIsNothingToReport() {
    assertThat(execute("study", "--report", "--out", directory.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no setting is finished in " + directory);
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
