package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.files.TextChecksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that are killed, as by {@code kill -9}, in the middle of their writing: at the moment
 * when a file appears or grows.
 */
@Tag("slow")
class KilledCommandTest {
  private static final String PART = ".part";

  /** What the JDK returns of a process that signal 9 has ended. */
  private static final int KILLED = 128 + 9;

  @TempDir private Path directory;
  private final Random random = new Random(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Kills, writes of a whole run, command
        "6  |  9 | Experiment compare --model logreg --epochs 1",
        "6  | 17 | Experiment grid --model logreg --epochs 1 --rates 0,1e-3 --hyper-rates 1e-3"
            + " --adam-hyper-rates 1e-7",
        "6  | 22 | Experiment sensitivity --model logreg --epochs 1 --rates 0,1",
        "6  | 16 | Experiment batch-size --model logreg --epochs 1 --batches 64,1024",
        "6  |  6 | Experiment layers --model logreg --epochs 1",
        "10 | 19 | Experiment study --problems logreg-digits --batches 1024 --families sgd --seeds"
            + " 1,2 --steps 0.05",
        "5  |  5 | LogisticRegressionExample --epochs 1",
        "5  |  3 | TowersExample --part table1",
      })
  void losesNothingButThePieceBeingWritten(int kills, int writes, String command)
      throws IOException, InterruptedException {
    int killed = 0;
    int halfWritten = 0;
    while (killed < kills) {
      Map<Path, byte[]> before = files();
      Process process = start(command);
      killAtWrite(process, 1 + random.nextInt(writes));
      Map<Path, byte[]> after = files();
      assertThat(after.keySet()).as("after %d kills", killed).containsAll(before.keySet());
      for (Path file : after.keySet()) {
        halfWritten += check(file, before.getOrDefault(file, new byte[0]), after.get(file));
      }
      if (process.exitValue() == KILLED) {
        killed++;
      } else {
        // It had little left to write, and ended before.
        assertThat(process.exitValue()).isZero();
        for (Path file : after.keySet()) {
          Files.deleteIfExists(file);
        }
      }
    }
    assertThat(start(command).waitFor()).isZero();
    System.err.printf(
        "%s: killed %d times, %d pieces half written%n", command, killed, halfWritten);
  }

  /** Returns 1 for a piece that was being written, and removes it. */
  private static int check(Path file, byte[] before, byte[] after) throws IOException {
    String name = file.getFileName().toString();
    String text = new String(after, StandardCharsets.UTF_8);
    if (name.endsWith(PART)) {
      Files.delete(file);
      return 1;
    }
    if (name.endsWith(".png")) {
      assertThat(ImageIO.read(file.toFile())).as(name).isNotNull();
    } else if (name.endsWith(".html")) {
      assertThat(text).as(name).endsWith("</html>\n");
    } else if (file.getParent().endsWith("cells")) {
      TextChecksum.remove(text.stripTrailing());
    } else if (name.startsWith("study-")) {
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end).lines().skip(1).forEach(TextChecksum::remove);
      int known = new String(before, StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
      assertThat(Arrays.copyOf(after, known)).as(name).isEqualTo(Arrays.copyOf(before, known));
      return end < text.length() ? 1 : 0;
    } else {
      List<String> lines = text.lines().toList();
      assertThat(text).as(name).endsWith("\n");
      assertThat(lines.get(lines.size() - 1).split(",", -1))
          .as(name)
          .hasSameSizeAs(lines.get(0).split(",", -1));
    }
    return 0;
  }

  private Process start(String command) throws IOException {
    return CommandProcess.start(command, directory, ProcessBuilder.Redirect.DISCARD);
  }

  /** Kills a process when it is at its so many-th write, unless it ends before. */
  private void killAtWrite(Process process, int write) throws IOException, InterruptedException {
    Map<Path, Long> seen = sizes();
    int writes = 0;
    while (process.isAlive() && writes < write) {
      for (Map.Entry<Path, Long> file : sizes().entrySet()) {
        Long size = seen.put(file.getKey(), file.getValue());
        if (!file.getValue().equals(size) && isWriting(file.getKey(), size == null, seen)) {
          writes++;
        }
      }
    }
    process.destroyForcibly().waitFor();
  }

  /** Whether a file that has changed was written to, and is not one that has taken its place. */
  private static boolean isWriting(Path file, boolean isNew, Map<Path, Long> seen) {
    String part = file + "-";
    return file.toString().endsWith(PART)
        ? isNew
        : seen.keySet().stream().noneMatch(other -> other.toString().startsWith(part));
  }

  private Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.filter(Files::isRegularFile).forEach(path -> sizes.put(path, path.toFile().length()));
    } catch (UncheckedIOException e) {
      // A file took another name meanwhile.
      return sizes;
    }
    return sizes;
  }

  private Map<Path, byte[]> files() throws IOException {
    Map<Path, byte[]> files = new HashMap<>();
    for (Path path : sizes().keySet()) {
      files.put(path, Files.readAllBytes(path));
    }
    return files;
  }
}
