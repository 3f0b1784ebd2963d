package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** Multinomial logistic regression: one dense layer with softmax. */
public final class LogisticRegression implements Architecture {
  @Override
  public String name() {
    return "logreg";
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    return hyperparameters
        .builder()
        .list()
        .layer(SoftmaxOutput.layer(classes))
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }
}
