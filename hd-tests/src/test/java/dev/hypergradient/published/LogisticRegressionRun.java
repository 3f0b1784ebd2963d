package dev.hypergradient.published;

import java.util.DoubleSummaryStatistics;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A training run of the authors' logistic regression in DL4J, and its log. */
final class LogisticRegressionRun {
  /** Coefficient of weights and biases in the gradient. */
  private static final double L2 = 1e-4;

  /** By default DL4J cuts the loss of an example off at 23, which three of the runs exceed. */
  private static final double NO_CLIPPING = 0;

  private final MultiLayerNetwork network;
  private final TrainingLog log = new TrainingLog();
  private DoubleSummaryStatistics losses = new DoubleSummaryStatistics();
  private DoubleSummaryStatistics rates = new DoubleSummaryStatistics();

  LogisticRegressionRun(float[] initialParameters, IUpdater updater) {
    network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .updater(updater)
                .l2(L2)
                .l2Bias(L2)
                .list()
                .layer(
                    new OutputLayer.Builder(new LossMCXENT(NO_CLIPPING, null))
                        .nIn(PublishedStart.PIXELS)
                        .nOut(PublishedStart.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init(Nd4j.createFromArray(initialParameters).reshape(1, -1), true);
  }

  TrainingLog log() {
    return log;
  }

  /** Logs the state before training. */
  void begin(DataSet batch, DataSet test) {
    double loss = loss(batch);
    double rate = network.getLearningRate(0);
    log.add(Column.LOSS, loss);
    log.add(Column.LOSS_EPOCH, loss);
    log.add(Column.VALID_LOSS_EPOCH, loss(test));
    log.add(Column.ALPHA, rate);
    log.add(Column.ALPHA_EPOCH, rate);
  }

  void step(DataSet batch) {
    double penalty = penalty();
    network.fit(batch);
    double loss = network.score() - penalty;
    double rate = network.getLearningRate(0);
    log.add(Column.LOSS, loss);
    log.add(Column.ALPHA, rate);
    losses.accept(loss);
    rates.accept(rate);
  }

  void endEpoch(DataSet test) {
    log.add(Column.LOSS_EPOCH, losses.getAverage());
    log.add(Column.VALID_LOSS_EPOCH, loss(test));
    log.add(Column.ALPHA_EPOCH, rates.getAverage());
    losses = new DoubleSummaryStatistics();
    rates = new DoubleSummaryStatistics();
  }

  /** Mean cross-entropy. */
  private double loss(DataSet data) {
    return network.score(data) - penalty();
  }

  /** The L2 term of DL4J's score, which the authors' loss is without. */
  private double penalty() {
    return network.calcRegularizationScore(true);
  }
}
