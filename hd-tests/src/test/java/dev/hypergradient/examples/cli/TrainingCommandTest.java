package dev.hypergradient.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.training.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class TrainingCommandTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lr -1          | at least 0, got -1",
        "--lr fast        | at least 0, got fast",
        "--lr NaN         | at least 0, got NaN",
        "--lr Infinity    | at least 0, got Infinity",
        "--hyper-lr -1e-9 | at least 0, got -1e-9",
        "--momentum 1     | in [0, 1), got 1",
        "--l2 -0.1        | at least 0, got -0.1",
        "--epochs 0       | at least 1, got 0",
        "--epochs many    | at least 1, got many",
        "--batch -5       | at least 1, got -5",
        "--seed x         | 'x'",
        "--updater adagrad | one of sgd, sgd-hd, nesterovs, nesterovs-hd, adam, adam-hd, got"
            + " adagrad",
        "--dataset imagenet | one of iris, digits, mnist, fashion-mnist, cifar10, got imagenet",
        "--epoch 2        | similar: --epochs",
        "--updater adam   | adam needs --lr",
        "--parameter-free --lr 0.1 | --parameter-free takes neither --lr nor --hyper-lr",
        "--parameter-free --updater sgd | --parameter-free needs an *-hd updater, got sgd",
        "--data nowhere   | --data must be a directory, got nowhere",
        "--colour red     | --colour",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    assertThat(execute((arguments + " --out " + directory).split(" +"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(message),
            line -> assertThat(line).isEqualTo("Try 'Example --help'."));
  }

  @Test
  void directoriesThatCannotBeWrittenAreToldBeforeTraining() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    for (Path out : List.of(file, file.resolve("below"))) {
      assertThat(execute("--out", out.toString())).isEqualTo(2);
    }

    assertThat(err.toString().lines().filter(line -> !line.startsWith("Try")))
        .containsExactly(
            "--out must be a directory to write to: " + file + ": is no directory",
            "--out must be a directory to write to: "
                + file.resolve("below")
                + ": Not a directory");
  }

  /** Else results would lie where the program was started, whatever variable was meant. */
  @Test
  void outMustNotBeEmpty() {
    assertThat(execute("--out", "")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--out must name a directory");
  }

  @Test
  void choicesHoldInEitherCase() {
    assertThat(execute("--updater", "SGD-hd", "--epochs", "1", "--out", directory.toString()))
        .isZero();
    assertThat(out.toString()).contains("sgd-hd from 0");
  }

  @Test
  void divergedTrainingIsOneMessage() {
    String[] arguments = {
      "--updater", "sgd-hd", "--lr", "1e30", "--hyper-lr", "1e30", "--out", directory.toString()
    };

    assertThat(execute(arguments)).isEqualTo(1);
    assertThat(err.toString()).contains("gradient").doesNotContain("\tat ");
  }

  @Test
  void helpTellsDefaults() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("sgd, sgd-hd, nesterovs, nesterovs-hd, adam, adam-hd. Default: adam-hd")
        .contains("digits, mnist, fashion-mnist, cifar10. Default: digits")
        .contains("on digits 1e-02 for sgd-hd and nesterovs-hd, 1e-04 for adam-hd");
  }

  @Test
  void fileErrorsHaveNoStackTrace() throws IOException {
    Path mnist = Files.createDirectories(directory.resolve("mnist"));
    for (String part : new String[] {"train", "t10k"}) {
      Files.writeString(mnist.resolve(part + "-images-idx3-ubyte"), "not an image at all");
      Files.writeString(mnist.resolve(part + "-labels-idx1-ubyte"), "no label");
    }

    assertThat(execute("--dataset", "mnist", "--data", directory.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("train-images-idx3-ubyte: must begin with the magic number 0x00000803")
        .doesNotContain("\tat ");
  }

  @Test
  void comparesWithPlainUpdaterAtBothRates() throws IOException {
    assertThat(execute("--epochs", "1", "--out", directory.toString())).isZero();

    assertThat(out.toString().lines().filter(line -> line.contains("%")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("adam-hd from 0 "),
            line -> assertThat(line).startsWith("adam at 0 "),
            line -> assertThat(line).matches("adam at 0\\.0.*"));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(5)
          .contains(
              "logreg-digits-adam-hd-from-0.csv",
              "logreg-digits-adam-hd-from-0-levels.csv",
              "logreg-digits-adam-hd-from-0.png",
              "logreg-digits-adam-at-0.csv");
    }
  }

  @Test
  void comparesOnceWhenTheRateStays() {
    assertThat(execute("--hyper-lr", "0", "--epochs", "1", "--out", directory.toString())).isZero();

    assertThat(out.toString().lines().filter(line -> line.contains("%"))).hasSize(2);
  }

  /** Ten classes: guessing is right in 10 % of the images. */
  @Test
  void parameterFreeNeedsNoNumberAndComparesWithNone() {
    assertThat(execute("--parameter-free", "--epochs", "5", "--out", directory.toString()))
        .isZero();

    List<String> rows = out.toString().lines().filter(line -> line.contains("%")).toList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).startsWith("adam-hd parameter-free");
    double accuracy = Double.parseDouble(rows.get(0).replaceAll(".* ([0-9.]+)%.*", "$1"));
    assertThat(accuracy).isGreaterThan(80);
  }

  @Test
  void noCompareTrainsOnce() {
    assertThat(execute("--no-compare", "--epochs", "1", "--out", directory.toString())).isZero();

    assertThat(out.toString().lines().filter(line -> line.contains("%"))).hasSize(1);
  }

  private int execute(String... arguments) {
    CommandLine commandLine = new Example().commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  @Command(name = "Example")
  private static final class Example extends TrainingCommand {
    @Override
    protected Model model() {
      return LogisticRegressionExample.MODEL;
    }
  }
}
