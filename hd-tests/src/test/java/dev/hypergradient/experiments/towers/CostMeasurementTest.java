package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostMeasurementTest {
  @TempDir private Path directory;

  @Test
  void heightOneIsTheUnit() throws IOException {
    List<StepCost> costs = new CostMeasurement(Settings.fiveSteps(), 1).run(UniformTower.SGD);

    assertThat(costs).extracting(StepCost::height).startsWith(0, 1).endsWith(50);
    assertThat(costs).allSatisfy(cost -> assertThat(cost.milliseconds()).isPositive());
    assertThat(costs.get(1).ratio()).isEqualTo(1);
  }

  @Test
  void reportsShowTheAuthorsRatioWhereThereIsOne() throws IOException {
    List<StepCost> costs =
        List.of(new StepCost("SGD", 1, 2, 1, Double.NaN), new StepCost("SGD", 50, 2.5, 1.25, 1.8));
    Path file = directory.resolve("cost.png");

    CostChart.write(costs, file);

    assertThat(CostReport.table(costs))
        .isEqualToNormalizingNewlines(
            """
            tower of  height  ms per step  ratio  authors' ratio
            SGD            1        2.000  1.000               \s
            SGD           50        2.500  1.250             1.8
            """);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1800);
  }

  @Test
  void needsARound() {
    assertThatThrownBy(() -> new CostMeasurement(Settings.fiveSteps(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rounds must be at least 1, got 0");
  }
}
