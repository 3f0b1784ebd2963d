package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks never mix, whatever they share, and leave nothing behind. */
class IsolationTest {

  @ParameterizedTest
  @EnumSource
  void clonesTrainedInParallelEqualClonesTrainedInTurn(UpdaterKind kind)
      throws InterruptedException, ExecutionException {
    MultiLayerNetwork ancestor = Networks.threeBlocks(kind.usual());
    ancestor.fit(Networks.batch(0));
    ancestor.fit(Networks.batch(1));
    List<INDArray> inTurn = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      inTurn.add(trained(ancestor.clone(), i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<INDArray>> inParallel = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int seed = i;
        MultiLayerNetwork clone = ancestor.clone();
        inParallel.add(threads.submit(() -> trained(clone, seed)));
      }
      for (int i = 0; i < 4; i++) {
        assertThat(inParallel.get(i).get()).isEqualTo(inTurn.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(inTurn.get(0)).isNotEqualTo(inTurn.get(1));
  }

  @Test
  void networksTrainedAlternatelyDoNotMix() {
    HypergradientUpdater shared = UpdaterKind.SGD.usual();
    MultiLayerNetwork one = Networks.threeBlocks(shared);
    MultiLayerNetwork two = Networks.threeBlocks(shared);
    for (int i = 0; i < 10; i++) {
      one.fit(Networks.batch(i));
      two.fit(Networks.batch(100 + i));
    }
    MultiLayerNetwork alone = Networks.threeBlocks(shared);
    for (int i = 0; i < 10; i++) {
      alone.fit(Networks.batch(i));
    }
    assertThat(one.params()).isEqualTo(alone.params());
    assertThat(one.getLearningRate(0))
        .isEqualTo(alone.getLearningRate(0))
        .isNotEqualTo(two.getLearningRate(0));
  }

  @Test
  void nothingKeepsANetworkAlive() throws InterruptedException {
    HypergradientUpdater shared = UpdaterKind.ADAM.usual();
    List<WeakReference<Object>> gone = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      MultiLayerNetwork network = Networks.threeBlocks(shared);
      network.fit(Networks.batch(0));
      network.clone().fit(Networks.batch(0));
      gone.add(new WeakReference<>(network));
      MultiLayerUpdater updater = (MultiLayerUpdater) network.getUpdater();
      gone.add(new WeakReference<>(updater.getUpdaterBlocks().get(0).getGradientUpdater()));
      gone.add(new WeakReference<>(updater.getStateViewArray().data()));
    }
    // The last network may linger in DL4J's own thread locals.
    long alive = gone.size();
    for (int i = 0; i < 50 && alive > 3; i++) {
      System.gc();
      Thread.sleep(20);
      alive = gone.stream().filter(reference -> reference.get() != null).count();
    }
    assertThat(alive).isLessThanOrEqualTo(3);
    assertThat(shared.getLearningRate(0, 0)).isEqualTo(UpdaterKind.ADAM.usualRate);
  }

  private static INDArray trained(MultiLayerNetwork network, int seed) {
    for (int i = 0; i < 30; i++) {
      network.fit(Networks.batch(1000 * seed + i));
    }
    return network.params();
  }
}
