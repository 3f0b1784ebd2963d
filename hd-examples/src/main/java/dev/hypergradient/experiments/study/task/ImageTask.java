package dev.hypergradient.experiments.study.task;

import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.ReusedBatch;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.examples.training.Evaluation;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;

/** Images to classify, with as little as possible between the steps. */
public record ImageTask(Dataset data, Architecture architecture) implements Task {
  @Override
  public int count() {
    return data.train().count();
  }

  @Override
  public Trainee create(IUpdater updater, long seed) {
    return new ImageTrainee(
        architecture.create(data.shape(), data.classes(), updater, 0, seed), data);
  }

  private static final class ImageTrainee implements Trainee {
    private final MultiLayerNetwork network;
    private final Batches train;
    private final Batches test;
    private ReusedBatch batch;

    ImageTrainee(MultiLayerNetwork network, Dataset data) {
      this.network = network;
      train = data.trainBatches();
      test = data.testBatches();
    }

    @Override
    public Model network() {
      return network;
    }

    @Override
    public void fit(int[] order, int from, int size) {
      if (batch == null) {
        batch = train.reused(size);
      }
      network.fit(batch.fill(order, from));
    }

    @Override
    public double trainingLoss() {
      return Evaluation.of(network, train).loss();
    }

    @Override
    public double testAccuracy() {
      return Evaluation.of(network, test).accuracy();
    }
  }
}
