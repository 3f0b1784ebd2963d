package dev.hypergradient.examples.training;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Takes the L2 term off DL4J's score while the parameters are still those the score was computed
 * with.
 */
final class BatchLoss extends BaseTrainingListener {
  private double last = Double.NaN;

  /** Mean cross-entropy of the last batch. */
  double last() {
    return last;
  }

  @Override
  public void onGradientCalculation(Model model) {
    last = model.score() - ((MultiLayerNetwork) model).calcRegularizationScore(true);
  }
}
