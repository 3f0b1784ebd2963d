package dev.hypergradient.examples;

import dev.hypergradient.AdamHd;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.InputStreamInputSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.SplitTestAndTrain;

/** Classifies irises with plain DL4J; only the updater is new: it learns its learning rate. */
public final class QuickStart {
  private QuickStart() {}

  /** Trains on 100 flowers, then prints the accuracy on the other 50 and the learning rate. */
  public static void main(String[] args) throws Exception {
    // DL4J ships the file: 150 rows of four lengths and a species.
    CSVRecordReader reader = new CSVRecordReader();
    reader.initialize(new InputStreamInputSplit(DataSet.class.getResourceAsStream("/iris.dat")));
    DataSet iris = new RecordReaderDataSetIterator(reader, 150, 4, 3).next();
    iris.shuffle(1);
    SplitTestAndTrain split = iris.splitTestAndTrain(100);

    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new AdamHd(0, 1e-4)) // from learning rate 0
                .list()
                .layer(new DenseLayer.Builder().nIn(4).nOut(16).activation(Activation.RELU).build())
                .layer(new OutputLayer.Builder().nIn(16).nOut(3).build()) // softmax, cross-entropy
                .build());
    network.init();
    for (int step = 0; step < 300; step++) {
      network.fit(split.getTrain());
    }

    Evaluation evaluation = new Evaluation(3);
    evaluation.eval(split.getTest().getLabels(), network.output(split.getTest().getFeatures()));
    System.out.printf(
        "accuracy %.2f, learning rate %.4f%n", evaluation.accuracy(), network.getLearningRate(0));
  }
}
