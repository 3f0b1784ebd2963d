package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.Map;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The listener that feeds DL4J's training UI records the live learning rate of every parameter. */
class TrainingUiTest {

  @ParameterizedTest
  @EnumSource
  void listenerSeesTheLiveRate(UpdaterKind kind) {
    InMemoryStatsStorage storage = new InMemoryStatsStorage();
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    network.setListeners(new StatsListener(storage, 1));
    for (int i = 0; i < 3; i++) {
      network.fit(Networks.batch(i));
      double rate = network.getLearningRate(0);
      assertThat(latestRates(storage))
          .containsEntry("0_W", rate)
          .containsEntry("0_b", rate)
          .containsEntry("1_gamma", rate)
          .containsEntry("2_W", rate)
          .containsEntry("4_b", rate)
          .containsEntry("1_mean", 0.0); // DL4J's way of saying that there is none
    }
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
  }

  private static Map<String, Double> latestRates(InMemoryStatsStorage storage) {
    String session = storage.listSessionIDs().get(0);
    String worker = storage.listWorkerIDsForSession(session).get(0);
    Persistable latest = storage.getLatestUpdate(session, StatsListener.TYPE_ID, worker);
    return ((StatsReport) latest).getLearningRates();
  }
}
