package dev.hypergradient.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.report.Pixels;
import dev.hypergradient.examples.report.Records;
import dev.hypergradient.examples.training.TrainingRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelsChartTest {
  /** Points, of two pixels each. */
  private static final int PANEL_WIDTH = 600;

  private static final int PANEL_HEIGHT = 220;
  private static final int LEGEND_HEIGHT = 48;

  @TempDir private Path directory;

  /** α, two rates above, hypergradient and cosine: five panels, in three rows. */
  @Test
  void towersShareThePanelOfTheirOnlyOrFirstRate() throws IOException {
    BufferedImage image = draw(Records.tower("one", 0.1), Records.tower("two", 0.2, 0.3));

    assertThat(image.getWidth()).isEqualTo(2 * 2 * PANEL_WIDTH);
    assertThat(image.getHeight()).isEqualTo(2 * (3 * PANEL_HEIGHT + LEGEND_HEIGHT));
    // Lines of two points' width, each some hundred points long.
    assertThat(Pixels.count(image, 0xD55E00)).isGreaterThan(1000);
    assertThat(Pixels.count(image, 0x0072B2)).isGreaterThan(1000);
  }

  @Test
  void fewPanelsAreInOneColumn() throws IOException {
    BufferedImage image = draw(Records.learning("one"));

    assertThat(image.getWidth()).isEqualTo(2 * PANEL_WIDTH);
    assertThat(image.getHeight()).isEqualTo(2 * (3 * PANEL_HEIGHT + LEGEND_HEIGHT));
  }

  private BufferedImage draw(TrainingRecord... records) throws IOException {
    Path file = directory.resolve("levels.png");
    LevelsChart.write(List.of(records), file);
    return ImageIO.read(file.toFile());
  }
}
