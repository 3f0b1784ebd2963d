package dev.hypergradient.examples.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.AdamHd;
import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.MlpExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.data.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.IUpdater;

class ModelTest {
  /** As the comments of the examples say. */
  @Test
  void defaultUpdatersLearnFromRateZero() {
    assertThat(defaultUpdater(LogisticRegressionExample.MODEL, DatasetName.DIGITS))
        .isEqualTo(new AdamHd(0, 1e-4));
    assertThat(defaultUpdater(LogisticRegressionExample.MODEL, DatasetName.MNIST))
        .isEqualTo(new AdamHd(0, 1e-7));
    assertThat(defaultUpdater(MlpExample.MODEL, DatasetName.DIGITS)).isEqualTo(new AdamHd(0, 1e-7));
    assertThat(defaultUpdater(MlpExample.MODEL, DatasetName.MNIST)).isEqualTo(new AdamHd(0, 1e-7));
    assertThat(defaultUpdater(VggExample.SMALL, DatasetName.DIGITS)).isEqualTo(new AdamHd(0, 1e-7));
    assertThat(defaultUpdater(VggExample.VGG16, DatasetName.CIFAR10))
        .isEqualTo(new AdamHd(0, 1e-8));
  }

  @Test
  void enlargesImagesThatPoolingWouldMakeTooSmall() throws IOException {
    Dataset digits =
        DatasetName.DIGITS.load(new DataDirectories(Optional.empty(), Path.of("unused")));

    assertThat(MlpExample.MODEL.adapt(digits).shape()).isEqualTo(new ImageShape(1, 8, 8));
    assertThat(VggExample.SMALL.adapt(digits).shape()).isEqualTo(new ImageShape(1, 16, 16));
    assertThat(VggExample.VGG16.adapt(digits).shape()).isEqualTo(new ImageShape(1, 32, 32));
  }

  @Test
  void rejectsSidesBelowOne() {
    HyperLearningRates rates = MlpExample.MODEL.hyperLearningRates();

    assertThatThrownBy(() -> new Model("x", MlpExample::network, rates, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minSide must be at least 1, got 0");
  }

  private static IUpdater defaultUpdater(Model model, DatasetName dataset) {
    double hyperLearningRate = model.hyperLearningRates().of(UpdaterName.ADAM_HD, dataset);
    return UpdaterName.ADAM_HD.with(0, hyperLearningRate, 0).updater();
  }
}
