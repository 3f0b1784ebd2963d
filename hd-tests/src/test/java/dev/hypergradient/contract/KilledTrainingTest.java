package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.CheckpointedTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.internal.kernel.Kernels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training survives {@code kill -9}: it resumes from the last checkpoint bit for bit. */
class KilledTrainingTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int CHECKPOINTS = 3;

  @TempDir Path folder;

  @Test
  void resumesBitForBit() throws IOException, InterruptedException {
    Path checkpoint = folder.resolve("checkpoint.zip");
    trainAndKill(checkpoint);
    int first = CheckpointedTraining.load(checkpoint).getIterationCount();
    trainAndKill(checkpoint);

    MultiLayerNetwork resumed = CheckpointedTraining.load(checkpoint);
    int last = resumed.getIterationCount();
    assertThat(last).isGreaterThan(first).isGreaterThan(0);
    MultiLayerNetwork uninterrupted = CheckpointedTraining.begin();
    CheckpointedTraining.trainTo(last + 20, resumed);
    CheckpointedTraining.trainTo(last + 20, uninterrupted);
    Bitwise.assertEqual(resumed.params(), uninterrupted.params());
    Bitwise.assertEqual(resumed.updaterState(), uninterrupted.updaterState());
    assertThat(resumed.getLearningRate(0))
        .isEqualTo(uninterrupted.getLearningRate(0))
        .isNotEqualTo(UpdaterKind.ADAM.usualRate);
  }

  /** Trains in another process, which is killed when it has left some checkpoints. */
  private void trainAndKill(Path checkpoint) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String kernel = System.getProperty(Kernels.PROPERTY);
    if (kernel != null) {
      command.add("-D" + Kernels.PROPERTY + "=" + kernel);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CheckpointedTraining.class.getName(), checkpoint.toString()));
    FileTime before = lastModified(checkpoint);
    Process training =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Instant deadline = Instant.now().plus(TIMEOUT);
      for (int i = 0; i < CHECKPOINTS; i++) {
        while (lastModified(checkpoint).equals(before)) {
          if (!training.isAlive() || Instant.now().isAfter(deadline)) {
            fail("no checkpoint within %s:%n%s", TIMEOUT, Files.readString(log));
          }
          Thread.sleep(10);
        }
        before = lastModified(checkpoint);
      }
    } finally {
      training.destroyForcibly().waitFor();
    }
  }

  private static FileTime lastModified(Path file) throws IOException {
    return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
  }
}
