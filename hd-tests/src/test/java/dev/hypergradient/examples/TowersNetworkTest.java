package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.experiments.towers.InitialWeights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Sgd;

class TowersNetworkTest {
  @TempDir private Path directory;

  @Test
  void takesWeightsRowByRow() throws IOException {
    write("towers-W1-128x784.f32le", 128 * 784);
    write("towers-W2-10x128.f32le", 10 * 128);

    MultiLayerNetwork network = network(InitialWeights.read(directory));

    // DL4J's matrix is [inputs, outputs], the file's the transposed; weight k of a file is k.
    assertThat(network.getParam("0_W").getDouble(3, 100)).isEqualTo(100 * 784 + 3);
    assertThat(network.getParam("1_W").getDouble(127, 9)).isEqualTo(9 * 128 + 127);
    assertThat(network.getParam("0_b").maxNumber().doubleValue()).isZero();
  }

  @Test
  void randomWeightsFillTheirInterval() {
    MultiLayerNetwork network = network(InitialWeights.random());

    // 100,352 draws from U(−1/28, 1/28) come closer to the bounds than 1e-4 of it, but for a chance
    // of exp(−5).
    assertThat(network.getParam("0_W").maxNumber().doubleValue())
        .isBetween((1 - 1e-4) / 28, 1.000001 / 28);
    assertThat(network.getParam("0_W").minNumber().doubleValue())
        .isBetween(-1.000001 / 28, -(1 - 1e-4) / 28);
  }

  @Test
  void foreignWeightsAreRefused() throws IOException {
    write("towers-W1-128x784.f32le", 5);

    assertThatThrownBy(() -> InitialWeights.read(directory))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("towers-W1-128x784.f32le must hold 401408 bytes, got 20");
  }

  private void write(String file, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(i);
    }
    Files.write(directory.resolve(file), bytes.array());
  }

  private static MultiLayerNetwork network(InitialWeights weights) {
    return TowersExample.network(weights).create(new ImageShape(1, 28, 28), 10, new Sgd(0.1), 0, 1);
  }
}
