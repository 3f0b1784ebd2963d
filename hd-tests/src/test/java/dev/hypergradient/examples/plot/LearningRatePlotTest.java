package dev.hypergradient.examples.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.AdamHd;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.examples.report.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class LearningRatePlotTest {
  /** The colour of the first line. */
  private static final int ORANGE = 0xD55E00;

  /** The colour of the second line, which only several learning rates have. */
  private static final int BLUE = 0x0072B2;

  private static final AdamHd LAYER_BY_LAYER =
      AdamHd.builder()
          .learningRate(0)
          .hyperLearningRate(1e-3)
          .learningRateScope(LearningRateScope.LAYER)
          .build();

  @TempDir private Path directory;

  @Test
  void drawsAnyNetwork() throws IOException {
    Path one = directory.resolve("one.png");
    Path graph = directory.resolve("graph.png");

    LearningRatePlot.fit(network(new AdamHd(0, 1e-3)), data(), 3, one);
    ComputationGraph layers = network(LAYER_BY_LAYER).toComputationGraph();
    LearningRatePlot.fit(layers, data(), 3, graph);

    assertThat(Pixels.count(picture(one), ORANGE)).isGreaterThan(1000);
    assertThat(Pixels.count(picture(one), BLUE)).isZero();
    assertThat(Pixels.count(picture(graph), BLUE)).isGreaterThan(1000);
    // Three panels of 270 points, and a legend of 48 for two rates; two pixels per point.
    assertThat(picture(one).getHeight()).isEqualTo(2 * 3 * 270);
    assertThat(picture(graph).getHeight()).isEqualTo(2 * (3 * 270 + 48));
  }

  @Test
  void csvHasTheLearnedRates() throws IOException {
    MultiLayerNetwork network = network(LAYER_BY_LAYER);
    LearningRatePlot plot = new LearningRatePlot();
    network.addListeners(plot);
    network.fit(data(), 2);
    Path file = directory.resolve("rates.csv");

    plot.writeCsv(file);

    List<String> lines = Files.readAllLines(file);
    // Two epochs of two batches.
    assertThat(lines)
        .hasSize(1 + 4)
        .startsWith(
            "iteration,score,learning rate layer0,cosine layer0,learning rate layer1,cosine"
                + " layer1");
    String[] last = lines.get(4).split(",", -1);
    List<Hypergradients> learned = Hypergradients.allOf(network);
    for (int i = 0; i < 2; i++) {
      assertThat(Double.parseDouble(last[2 + 2 * i])).isEqualTo(learned.get(i).getLearningRate());
      assertThat(Double.parseDouble(last[3 + 2 * i])).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void rejectsWhatCannotBeDrawn() {
    Path file = directory.resolve("none.png");

    assertThatThrownBy(() -> LearningRatePlot.fit(network(new Adam(0.1)), data(), 1, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no updater of the network learns its learning rate");
    assertThatThrownBy(() -> LearningRatePlot.fit(network(new AdamHd(0, 1)), data(), 0, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("epochs must be at least 1, got 0");
    assertThatThrownBy(() -> new LearningRatePlot().writePicture(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network has not taken a step");
  }

  @Test
  void programOfTheDocumentationRuns() throws Exception {
    Path usage =
        Stream.of("docs/usage.md", "../docs/usage.md")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Matcher program =
        Pattern.compile("```java\n(import [^`]*class WatchLearningRate [^`]*)```")
            .matcher(Files.readString(usage));
    assertThat(program.find()).isTrue();
    Path picture = directory.resolve("learning-rate.png");
    // It writes into the present directory, which no test can change.
    String source = program.group(1).replace("\"learning-rate.png\"", "args[0]");
    Path file = Files.writeString(directory.resolve("WatchLearningRate.java"), source);

    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                file.toString());
    assertThat(status).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      loader
          .loadClass("WatchLearningRate")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {picture.toString()});
    }

    assertThat(Pixels.count(picture(picture), ORANGE)).isGreaterThan(1000);
  }

  private static BufferedImage picture(Path file) throws IOException {
    return ImageIO.read(file.toFile());
  }

  private static DataSetIterator data() {
    Nd4j.getRandom().setSeed(1);
    INDArray features = Nd4j.rand(20, 2);
    return new ListDataSetIterator<>(new DataSet(features, features.sum(true, 1)).asList(), 10);
  }

  private static MultiLayerNetwork network(IUpdater updater) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(updater)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(4).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    return network;
  }
}
