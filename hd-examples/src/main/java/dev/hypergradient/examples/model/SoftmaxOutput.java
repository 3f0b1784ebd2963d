package dev.hypergradient.examples.model;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The last layer of every network here: softmax with multiclass cross-entropy. */
public final class SoftmaxOutput {
  /**
   * Losses take no probability for smaller, so that those of single images end at 87; DL4J's
   * default ends them at 23, which runs that nearly diverge exceed. Gradients are not affected.
   */
  public static final double SMALLEST_PROBABILITY = Float.MIN_NORMAL;

  private SoftmaxOutput() {}

  static OutputLayer layer(int classes) {
    return new OutputLayer.Builder(new LossMCXENT(SMALLEST_PROBABILITY, null))
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .weightInit(WeightInit.XAVIER)
        .build();
  }
}
