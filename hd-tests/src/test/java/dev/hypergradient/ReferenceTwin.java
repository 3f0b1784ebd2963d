package dev.hypergradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.reference.ReferenceUpdater;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;

/**
 * Computes beside a network what its parameters and its learning rate must be after each step.
 *
 * <p>The gradient is DL4J's, of the network as it stands before the step; L1, L2 and weight decay
 * are added here, and the step is that of a reference updater over all parameters at once, which
 * knows nothing of blocks.
 */
final class ReferenceTwin {

  /** A parameter array that is trained by a hypergradient updater, at its place in the network. */
  private record Variable(Layer layer, String name, int start, int length) {}

  private final MultiLayerNetwork network;
  private final ReferenceUpdater reference;
  private final List<Variable> variables = new ArrayList<>();
  private final int rateLayer;
  private int steps;

  ReferenceTwin(MultiLayerNetwork network, ReferenceUpdater reference) {
    this.network = network;
    this.reference = reference;
    int start = 0;
    int firstLayer = -1;
    for (Layer layer : network.getLayers()) {
      for (var parameter : layer.paramTable(false).entrySet()) {
        int length = Math.toIntExact(parameter.getValue().length());
        String name = parameter.getKey();
        if (layer.getConfig().getUpdaterByParam(name) instanceof HypergradientUpdater
            && !layer.getConfig().isPretrainParam(name)) {
          variables.add(new Variable(layer, name, start, length));
          firstLayer = firstLayer < 0 ? layer.getIndex() : firstLayer;
        }
        start += length;
      }
    }
    rateLayer = firstLayer;
  }

  /** Trains both on a minibatch and asserts that they agree. */
  void step(DataSet batch) {
    double[] expected = expectedAfter(batch);
    network.fit(batch);
    steps++;
    assertThat(network.getLearningRate(rateLayer))
        .as("learning rate after step %d", steps)
        .isCloseTo(reference.learningRate(), within(tolerance(reference.learningRate())));
    double[] actual = gather(network.params());
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("parameter %d after step %d", i, steps)
          .isCloseTo(expected[i], within(tolerance(expected[i])));
    }
  }

  /** Both sides compute in double precision; a hundred steps amplify rounding (2e-16) little. */
  private static double tolerance(double expected) {
    return 1e-11 * Math.max(1, Math.abs(expected));
  }

  private double[] expectedAfter(DataSet batch) {
    network.setInput(batch.getFeatures());
    network.setLabels(batch.getLabels());
    network.computeGradientAndScore();
    INDArray gradient = network.gradient().gradient().dup().divi(batch.numExamples());
    INDArray params = network.params().dup();
    regularize(ApplyStep.BEFORE_UPDATER, params, gradient, 0);
    double[] theta = gather(params);
    reference.step(theta, gather(gradient));
    INDArray decay = params.like();
    regularize(ApplyStep.POST_UPDATER, params, decay, reference.learningRate());
    double[] decayed = gather(decay);
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= decayed[i];
    }
    return theta;
  }

  private void regularize(ApplyStep step, INDArray params, INDArray target, double learningRate) {
    for (Variable v : variables) {
      List<Regularization> terms = v.layer.getConfig().getRegularizationByParam(v.name);
      for (Regularization term : terms == null ? List.<Regularization>of() : terms) {
        if (term.applyStep() == step) {
          term.apply(
              slice(params, v.start, v.length),
              slice(target, v.start, v.length),
              learningRate,
              network.getIterationCount(),
              network.getEpochCount());
        }
      }
    }
  }

  private double[] gather(INDArray all) {
    double[] values = all.reshape(all.length()).toDoubleVector();
    double[] gathered = new double[variables.stream().mapToInt(Variable::length).sum()];
    int position = 0;
    for (Variable v : variables) {
      System.arraycopy(values, v.start, gathered, position, v.length);
      position += v.length;
    }
    return gathered;
  }

  private static INDArray slice(INDArray all, int start, int length) {
    return all.reshape(all.length()).get(NDArrayIndex.interval(start, start + length));
  }
}
