package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final StudyResult FIRST =
      new StudyResult(
          Runs.run(StudyMethod.PARAMETER_FREE, 0, 1),
          0.1,
          1e-300,
          0.875,
          true,
          0,
          1 / 3.0,
          0.25,
          1.5,
          List.of(new RatePoint(1, 0), new RatePoint(20, 1 / 3.0)));

  /** Diverged, and with a method that has no rate. */
  private static final StudyResult SECOND =
      new StudyResult(
          Runs.run(StudyMethod.ADADELTA, 0, 7),
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          0,
          false,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          0.5,
          List.of());

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("study-logreg-digits.csv");
    RunFile runs = RunFile.read(file);
    runs.add(FIRST);
    runs.add(SECOND);
  }

  @Test
  void findsWhatWasAdded() throws IOException {
    RunFile runs = RunFile.read(file);

    // Records are equal if all their numbers are, NaN included.
    assertThat(runs.find(FIRST.run())).contains(FIRST);
    assertThat(runs.find(SECOND.run())).contains(SECOND);
    assertThat(runs.find(Runs.run(StudyMethod.PARAMETER_FREE, 0, 2))).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void tornRowsAreRunAgainAndLeaveNothing() throws IOException {
    String whole = Files.readString(file);
    int lastRow = whole.lastIndexOf('\n', whole.length() - 2) + 1;

    // Without its end, within its numbers, with one letter.
    for (int end : new int[] {whole.length() - 1, whole.length() - 20, lastRow + 1}) {
      Files.writeString(file, whole.substring(0, end));
      RunFile runs = RunFile.read(file);
      assertThat(runs.find(List.of(FIRST.run(), SECOND.run()))).containsExactly(FIRST);
      assertThat(file).hasContent(whole.substring(0, end));

      runs.add(SECOND);

      assertThat(file).hasContent(whole);
    }
  }

  @Test
  void tornHeadersAreWrittenAgain() throws IOException {
    String whole = Files.readString(file);
    Files.writeString(file, "problem,fam");

    RunFile runs = RunFile.read(file);
    runs.add(FIRST);
    runs.add(SECOND);

    assertThat(file).hasContent(whole);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Files.writeString(file, "a,b\n1,2\n");
    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("study-logreg-digits.csv must hold runs of the study");

    Files.writeString(file, RunCsv.header() + RunCsv.line(FIRST).replace(",sgd,", ",sgdd,"));
    assertThatThrownBy(() -> RunFile.read(file)).hasMessageContaining("unknown name sgdd");
  }
}
