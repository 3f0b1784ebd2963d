package dev.hypergradient.everywhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.reference.ReferenceUpdater;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Lets a network that is configured with {@link #PLAIN} be trained by a reference updater, in
 * whatever way DL4J trains it: what the same network with a hypergradient updater must equal.
 *
 * <p>{@link #PLAIN} moves parameters by just the gradient that updaters are handed: averaged over
 * the minibatch, normalised or clipped, with L1 and L2. After each iteration that step is taken
 * back, and the reference, which knows nothing of blocks, takes its own.
 */
final class ReferenceTraining extends BaseTrainingListener {

  /** θ ← θ − g. */
  static final IUpdater PLAIN = new Sgd(1);

  private final Model network;
  private final ReferenceUpdater reference;
  private final BitSet trained = new BitSet();
  private double[] before;
  private int iterations;

  private ReferenceTraining(Model network, ReferenceUpdater reference) {
    this.network = network;
    this.reference = reference;
  }

  /** Trains with the reference whatever parameters {@link #PLAIN} would train. */
  static ReferenceTraining of(Model network, ReferenceUpdater reference) {
    ReferenceTraining training = new ReferenceTraining(network, reference);
    for (UpdaterBlock block : updaterOf(network).getUpdaterBlocks()) {
      if (PLAIN.equals(block.getGradientUpdater().getConfig()) && !block.isPretrainUpdaterBlock()) {
        training.trained.set(block.getParamOffsetStart(), block.getParamOffsetEnd());
      }
    }
    network.addListeners(training);
    return training;
  }

  /** Trains all parameters of a layer that is pretrained. */
  static ReferenceTraining ofLayer(Layer layer, ReferenceUpdater reference) {
    ReferenceTraining training = new ReferenceTraining(layer, reference);
    training.trained.set(0, Math.toIntExact(layer.numParams()));
    layer.setListeners(training);
    return training;
  }

  private static BaseMultiLayerUpdater<?> updaterOf(Model network) {
    return network instanceof ComputationGraph graph
        ? graph.getUpdater()
        : (BaseMultiLayerUpdater<?>) ((MultiLayerNetwork) network).getUpdater();
  }

  /** Runs an iteration of which DL4J does not tell its listeners. */
  void iterate(Runnable iteration) {
    onGradientCalculation(network);
    iteration.run();
    iterationDone(network, iterations, 0);
  }

  @Override
  public void onGradientCalculation(Model model) {
    before = values(model);
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    double[] after = values(model);
    double[] gradient = gather(before);
    double[] moved = gather(after);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= moved[i];
    }
    double[] theta = gather(before);
    reference.step(theta, gradient);
    scatter(theta, after);
    INDArray params = model.params();
    model.setParams(Nd4j.createFromArray(after).reshape(params.ordering(), params.shape()));
    iterations++;
  }

  /** The number of steps that the reference has taken. */
  int iterations() {
    return iterations;
  }

  /** Asserts that a network, trained in the same way, has the same parameters and learning rate. */
  void assertSameAs(Model actual) {
    assertSameAs(
        actual,
        Hypergradients.of(actual).getLevels().get(0).getValue(Hyperparameter.LEARNING_RATE));
  }

  /** Asserts the same where the learning rate is not the network's. */
  void assertSameAs(Model actual, double rate) {
    assertThat(rate)
        .as("learning rate after iteration %d", iterations)
        .isCloseTo(reference.learningRate(), within(tolerance(reference.learningRate())));
    double[] expected = values(network);
    double[] values = values(actual);
    int worst =
        IntStream.range(0, expected.length)
            .boxed()
            .max(Comparator.comparingDouble(i -> Math.abs(values[i] - expected[i])))
            .orElseThrow();
    assertThat(values[worst])
        .as("parameter %d after iteration %d", worst, iterations)
        .isCloseTo(expected[worst], within(tolerance(expected[worst])));
  }

  /**
   * Both sides compute in double precision. The gradient, a difference of parameters, is rounded to
   * 2e-16; Adam divides by gradients as small as 1e-8 and steps with a hundredth.
   */
  private static double tolerance(double expected) {
    return 1e-11 * Math.max(1, Math.abs(expected));
  }

  private static double[] values(Model model) {
    INDArray params = model.params();
    return params.reshape(params.length()).toDoubleVector();
  }

  private double[] gather(double[] all) {
    return trained.stream().mapToDouble(i -> all[i]).toArray();
  }

  private void scatter(double[] part, double[] all) {
    int[] places = trained.stream().toArray();
    for (int i = 0; i < places.length; i++) {
      all[places[i]] = part[i];
    }
  }
}
