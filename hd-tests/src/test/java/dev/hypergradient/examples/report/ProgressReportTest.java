package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.data.Images;
import dev.hypergradient.examples.data.PixelScaling;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRow;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
  @Test
  void longRunsHaveTenLinesWithoutTerminal() {
    List<String> lines = linesOf(1000);

    assertThat(lines).hasSize(10);
    assertThat(lines.get(9))
        .isEqualTo("adam-hd from 0: epoch 1000 of 1000  loss 0.2500  α 0.00100");
  }

  @Test
  void shortRunsHaveALineAnEpoch() {
    assertThat(linesOf(3)).hasSize(3);
  }

  private static List<String> linesOf(int epochs) {
    Images image = new Images(new ImageShape(1, 1, 1), new byte[1], new byte[1]);
    PixelScaling scaling = new PixelScaling(255, new double[1], new double[] {1});
    TrainingPlan plan =
        new TrainingPlan(
            LogisticRegressionExample::network,
            new Dataset("dot", image, image, scaling),
            UpdaterName.ADAM_HD.with(0, 1e-7, 0),
            0,
            epochs,
            1,
            1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        ProgressReport report = new ProgressReport.Lines(plan, out)) {
      for (int epoch = 0; epoch <= epochs; epoch++) {
        report.onRow(new TrainingRow(epoch, epoch, 0, 0.5, 0.25, 1, 0.001, 0.001, 1e-7));
      }
    }
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
