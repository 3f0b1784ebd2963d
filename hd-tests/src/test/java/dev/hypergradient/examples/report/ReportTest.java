package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path directory;

  @Test
  void csvHasTheAuthorsColumns() throws IOException {
    Path file = directory.resolve("run.csv");

    CsvReport.write(Records.twoSteps("x"), file);

    // The authors' files have these names, "nan" and line ends, too.
    assertThat(file)
        .hasContent(
            """
            Epoch,Iteration,Time,Loss,LossEpoch,ValidLossEpoch,Alpha,AlphaEpoch,Beta\r
            0,0,0.0,2.5,2.5,2.25,0.0,0.0,1.0E-7\r
            1,2,0.125,2.375,nan,nan,0.0,nan,1.0E-7\r
            1,3,0.5,1.125,1.75,1.5,0.001,5.0E-4,1.0E-7\r
            """);
  }

  @Test
  void tableIsAligned() {
    String table =
        SummaryTable.of(List.of(Records.twoSteps("adam-hd from 0"), Records.twoSteps("adam at 0")));

    assertThat(table.lines().map(String::length).distinct()).hasSize(1);
    assertThat(table.lines().toList().get(1))
        .matches("adam-hd from 0 +0 +0\\.00100 +1\\.7500 +1\\.5000 +75\\.00%");
  }

  @Test
  void chartShowsEveryRunInItsColour() throws IOException {
    Path file = directory.resolve("run.png");

    ChartReport.write(List.of(Records.twoSteps("one"), Records.twoSteps("two")), file);

    BufferedImage image = ImageIO.read(file.toFile());
    // Three panels of 900×270 points and a legend of 48, two pixels per point.
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1716);
    // The first run hides the second, which the legend shows.
    assertThat(Pixels.count(image, 0xD55E00)).isGreaterThan(1000);
    assertThat(Pixels.count(image, 0x0072B2)).isGreaterThan(100);
  }

  @Test
  void chartOfARateThatIsLearnedHasAPanelForTheCosine() throws IOException {
    Path file = directory.resolve("run.png");

    ChartReport.write(List.of(Records.twoSteps("plain"), Records.learning("learning")), file);

    // Four panels of 270 points, and a legend of 48.
    assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(1716 + 540);
  }

  @Test
  void chartLeavesOutWhatIsNotFinite() throws IOException {
    TrainingRow diverged =
        new TrainingRow(
            1, 2, 1, Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
    TrainingRecord training =
        new TrainingRecord("diverged", List.of(diverged, diverged), List.of(), 0.1);
    Path file = directory.resolve("diverged.png");

    ChartReport.write(List.of(training), file);

    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1800);
  }

  @Test
  void chartShowsLossesThatNoLogarithmHas() throws IOException {
    TrainingRow perfect = new TrainingRow(1, 2, 1, 0, 0, 0, 0.1, 0.1, 0);
    Path file = directory.resolve("perfect.png");

    ChartReport.write(
        List.of(new TrainingRecord("perfect", List.of(perfect, perfect), List.of(), 1)), file);

    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1800);
  }
}
