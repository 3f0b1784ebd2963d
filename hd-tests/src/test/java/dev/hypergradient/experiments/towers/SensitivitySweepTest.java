package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.SgdHd;
import dev.hypergradient.examples.report.Pixels;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.hyper.HyperSgd;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivitySweepTest {
  private static final double NONE = Double.NaN;

  private static final List<SweepPoint> POINTS =
      List.of(
          new SweepPoint(0, -1, 0.5, 0.1, NONE),
          new SweepPoint(0, 0, 0.25, 1, 0.75),
          new SweepPoint(1, -1, 0.125, 0.2, NONE),
          new SweepPoint(1, 0, NONE, NONE, NONE));

  @TempDir private Path directory;

  @Test
  void pointIsARunFromItsRateAtEveryLevel() throws IOException {
    TowerSetting setting = Settings.fiveSteps();
    TrainingRecord expected = setting.train("", new SgdHd(0.01, new HyperSgd(0.01)));

    SweepPoint point = new SensitivitySweep(setting).point(1, -2);

    // The same computation on the same machine.
    assertThat(point)
        .isEqualTo(
            new SweepPoint(1, -2, 1 - expected.testAccuracy(), expected.finalLearningRate(), NONE));
  }

  @Test
  void tableHasALineARate() {
    assertThat(SweepReport.table(POINTS))
        .isEqualToNormalizingNewlines(
            """
            test error from α         height 0  height 1
            1e-1                        50.00%    12.50%
            1e0                25.00% (75.00%)  diverged
            """);
  }

  @Test
  void fileHasAllPoints() throws IOException {
    Path file = directory.resolve("sweep.csv");

    SweepReport.writeCsv(POINTS, file);

    assertThat(file)
        .content()
        .startsWith("height,log10_top_alpha,test_error,final_alpha_bottom,authors_test_error")
        .contains("0,0,0.25,1.0,0.75")
        .endsWith("1,0,NaN,NaN,NaN\r\n");
  }

  @Test
  void chartHasACurveAHeight() throws IOException {
    Path file = directory.resolve("sweep.png");

    SweepChart.write(POINTS, file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(1800);
    // The colours of heights 0 and 1; a line is some hundred pixels long.
    assertThat(Pixels.count(image, 0xD55E00)).isGreaterThan(500);
    assertThat(Pixels.count(image, 0x0072B2)).isGreaterThan(100);
  }
}
