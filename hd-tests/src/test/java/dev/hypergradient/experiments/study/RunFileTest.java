package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.files.TextChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final StudyResult FIRST =
      new StudyResult(
          Runs.run(StudyMethod.PARAMETER_FREE, 0, 1),
          2.5,
          1e-300,
          0.1,
          Double.NaN,
          0.875,
          true,
          0,
          1 / 3.0,
          0.25,
          1.5,
          List.of(new RatePoint(1, 0), new RatePoint(20, 1 / 3.0)));

  /** Diverged in the first step. */
  private static final StudyResult SECOND =
      new StudyResult(
          Runs.run(StudyMethod.CONSTANT, 10, 7),
          2.5,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          0,
          false,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          0.5,
          List.of());

  private static final List<StudyRun> RUNS = List.of(FIRST.run(), SECOND.run());

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
    byte[] whole = Files.readAllBytes(file);
    int firstRow = RunCsv.header().length();
    int lastRow = firstRow + RunCsv.line(FIRST).length();

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<StudyResult> left = length < lastRow ? List.of() : List.of(FIRST);
      RunFile runs = RunFile.read(file);
      assertThat(runs.find(RUNS)).as("first %d bytes", length).isEqualTo(left);
      assertThat(Files.size(file)).isEqualTo(length);

      runs.add(SECOND);

      assertThat(RunFile.read(file).find(SECOND.run())).contains(SECOND);
      assertThat(Files.size(file))
          .isEqualTo(length < lastRow ? whole.length - (lastRow - firstRow) : whole.length);
    }
  }

  @Test
  void everyFlippedBitIsSeen() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);
      if (bit / 8 == whole.length - 1) {
        // Without its end the last row counts as torn.
        assertThat(RunFile.read(file).find(RUNS)).containsExactly(FIRST);
      } else {
        int line = lineOf(whole, bit / 8);
        assertThatThrownBy(() -> RunFile.read(file))
            .as("bit %d", bit)
            .isInstanceOf(IOException.class)
            .hasMessageContaining(file + ":" + line + ": is no run of the study: ");
      }
    }
  }

  @Test
  void severalWritersLoseNothing() throws IOException {
    RunFile one = RunFile.read(file);
    RunFile other = RunFile.read(file);
    StudyResult third = Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5);
    StudyResult fourth = Runs.result(StudyMethod.CONSTANT, 0.3, 1, 0.25);

    one.add(third);
    other.add(fourth);
    one.add(third);

    assertThat(Files.readAllLines(file)).hasSize(6);
    assertThat(other.find(third.run())).as("another's").contains(third);
    assertThat(RunFile.read(file).find(List.of(third.run(), fourth.run())))
        .containsExactly(third, fourth);
  }

  /** A row that cannot be read is no reason to lose the one in hand. */
  @Test
  void writesBesideDamage() throws IOException {
    RunFile runs = RunFile.read(file);
    String damaged = Files.readString(file).replace("0.875", "0.876");
    Files.writeString(file, damaged);
    StudyResult third = Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5);

    assertThatThrownBy(() -> runs.add(third)).hasMessageContaining(file + ":2: ");

    assertThat(file).hasContent(damaged + RunCsv.line(third));
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    for (String text : List.of("a,b\n1,2\n", "no line of it is a whole one")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> RunFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
      assertThat(file).hasContent(text);
    }

    String unknown = RunCsv.line(FIRST).replaceFirst(",sgd,(.*,).*\n", ",sgdd,$1");
    Files.writeString(file, RunCsv.header() + TextChecksum.append(unknown) + "\n");
    assertThatThrownBy(() -> RunFile.read(file)).hasMessageContaining("unknown name sgdd");
  }

  private static int lineOf(byte[] text, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
