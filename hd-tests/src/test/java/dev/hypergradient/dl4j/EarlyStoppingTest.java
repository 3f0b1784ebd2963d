package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingModelSaver;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.EarlyStoppingResult.TerminationReason;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.saver.LocalFileGraphSaver;
import org.deeplearning4j.earlystopping.saver.LocalFileModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.ScoreCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingGraphTrainer;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.dataset.DataSet;

/** The model that early stopping hands back goes on where it was saved, learned rate included. */
class EarlyStoppingTest {

  private static final int EPOCHS = 4;
  private static final int BEST_EPOCH = 1;
  private static final List<DataSet> BATCHES =
      List.of(Networks.batch(0), Networks.batch(1), Networks.batch(2));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void savedToAFile(UpdaterKind kind) throws Exception {
    assertBestModelContinues(kind, new LocalFileModelSaver(folder.toFile()));
  }

  @ParameterizedTest
  @EnumSource
  void savedInMemory(UpdaterKind kind) throws Exception {
    assertBestModelContinues(kind, new InMemoryModelSaver<>());
  }

  private static void assertBestModelContinues(
      UpdaterKind kind, EarlyStoppingModelSaver<MultiLayerNetwork> saver) throws Exception {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    MultiLayerNetwork best =
        new EarlyStoppingTrainer(stoppingAfterWorse(saver), network, iterator())
            .fit()
            .getBestModel();
    MultiLayerNetwork uninterrupted = Networks.threeBlocks(kind.usual());
    for (int epoch = 0; epoch <= BEST_EPOCH; epoch++) {
      BATCHES.forEach(uninterrupted::fit);
    }
    assertThat(best.getLearningRate(0)).isNotEqualTo(kind.usualRate);
    assertContinuesLike(uninterrupted, best);
    assertContinuesLike(network, saver.getLatestModel());
  }

  private static void assertContinuesLike(MultiLayerNetwork expected, MultiLayerNetwork actual) {
    BATCHES.forEach(expected::fit);
    BATCHES.forEach(actual::fit);
    Bitwise.assertEqual(actual.params(), expected.params());
    Bitwise.assertEqual(actual.updaterState(), expected.updaterState());
  }

  @ParameterizedTest
  @EnumSource
  void graphSavedToAFile(UpdaterKind kind) {
    EarlyStoppingModelSaver<ComputationGraph> saver = new LocalFileGraphSaver(folder.toString());
    ComputationGraph best =
        new EarlyStoppingGraphTrainer(
                stoppingAfterWorse(saver), Networks.graph(kind.usual()), iterator())
            .fit()
            .getBestModel();
    ComputationGraph uninterrupted = Networks.graph(kind.usual());
    for (int epoch = 0; epoch <= BEST_EPOCH; epoch++) {
      BATCHES.forEach(uninterrupted::fit);
    }
    BATCHES.forEach(uninterrupted::fit);
    BATCHES.forEach(best::fit);
    Bitwise.assertEqual(best.params(), uninterrupted.params());
    Bitwise.assertEqual(best.updaterState(), uninterrupted.updaterState());
    assertThat(best.getLearningRate("out")).isNotEqualTo(kind.usualRate);
  }

  /** DL4J's clone of a graph keeps the learned rate but forgets how long it has trained. */
  @Test
  void graphSavedInMemory() {
    UpdaterKind kind = UpdaterKind.ADAM;
    ComputationGraph network = Networks.graph(kind.usual());
    ComputationGraph best =
        new EarlyStoppingGraphTrainer(
                stoppingAfterWorse(new InMemoryModelSaver<>()), network, iterator())
            .fit()
            .getBestModel();
    assertThat(best.getIterationCount()).isZero();
    best.getConfiguration().setIterationCount((BEST_EPOCH + 1) * BATCHES.size());
    ComputationGraph uninterrupted = Networks.graph(kind.usual());
    for (int epoch = 0; epoch <= BEST_EPOCH; epoch++) {
      BATCHES.forEach(uninterrupted::fit);
    }
    BATCHES.forEach(uninterrupted::fit);
    BATCHES.forEach(best::fit);
    Bitwise.assertEqual(best.params(), uninterrupted.params());
  }

  /** DL4J catches what goes wrong in training and ends it with the best model so far. */
  @Test
  void nonFiniteGradientsAreTheReasonGiven() {
    HypergradientUpdater updater = UpdaterKind.ADAM.usual(options -> options.maxSkippedSteps(1));
    DataSet bad = Networks.batch(1);
    bad.getLabels().putScalar(0, 0, Double.NaN);
    MultiLayerNetwork network = Networks.threeBlocks(updater);
    EarlyStoppingModelSaver<MultiLayerNetwork> saver = new InMemoryModelSaver<>();
    new EarlyStoppingTrainer(stoppingAfterWorse(saver), network, iterator()).fit();
    EarlyStoppingResult<MultiLayerNetwork> result =
        new EarlyStoppingTrainer(
                stoppingAfterWorse(saver),
                network,
                new ListDataSetIterator<>(List.of(Networks.batch(0), bad), 1))
            .fit();
    assertThat(result.getTerminationReason()).isEqualTo(TerminationReason.Error);
    assertThat(result.getTerminationDetails())
        .contains("NonFiniteGradientException", "1 steps in a row had a non-finite gradient");
  }

  private static ListDataSetIterator<DataSet> iterator() {
    return new ListDataSetIterator<>(BATCHES, 1);
  }

  private static <T extends Model> EarlyStoppingConfiguration<T> stoppingAfterWorse(
      EarlyStoppingModelSaver<T> saver) {
    return new EarlyStoppingConfiguration.Builder<T>()
        .epochTerminationConditions(new MaxEpochsTerminationCondition(EPOCHS))
        .scoreCalculator(new BestAt<T>())
        .modelSaver(saver)
        .saveLastModel(true)
        .build();
  }

  /** The distance from the epoch that is to be the best. */
  private static final class BestAt<T extends Model> implements ScoreCalculator<T> {

    private static final long serialVersionUID = 1L;

    private int epoch;

    @Override
    public double calculateScore(T network) {
      return Math.abs(epoch++ - BEST_EPOCH);
    }

    @Override
    public boolean minimizeScore() {
      return true;
    }
  }
}
