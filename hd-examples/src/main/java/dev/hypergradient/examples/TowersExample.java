package dev.hypergradient.examples;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdamHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.experiments.towers.InitialWeights;
import dev.hypergradient.experiments.towers.PlainAdam;
import dev.hypergradient.experiments.towers.Tower;
import dev.hypergradient.experiments.towers.TowersCommand;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import picocli.CommandLine.Command;

/** Repeats the experiments of "Gradient Descent: The Ultimate Optimizer" with towers. */
@Command(
    name = "TowersExample",
    description = {
      "Repeats the experiments of Chandra et al., Gradient Descent: The Ultimate Optimizer"
          + " (arXiv:1909.13371), with towers of optimisers that learn each other's"
          + " hyperparameters.",
      "",
      "The papers' setting is --dataset mnist: 784-128-10, tanh on both layers, one epoch of"
          + " batches of 300 images in stored order. On digits, 64-128-10 takes as many steps of 29"
          + " images."
    })
public final class TowersExample extends TowersCommand {
  /**
   * The papers' network: 128 hidden units, tanh on both layers, so that softmax sees values in (−1,
   * 1) only. The updater is a tower of {@link #table1} or {@link #table2}.
   */
  public static Architecture network(InitialWeights weights) {
    return (images, classes, updater, l2, seed) ->
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .seed(seed)
            .l2(l2)
            .l2Bias(l2)
            .activation(Activation.TANH)
            .list()
            .layer(new DenseLayer.Builder().nOut(128).weightInit(weights.hidden()).build())
            .layer(new DenseLayer.Builder().nOut(classes).weightInit(weights.output()).build())
            .layer(
                new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.feedForward(images.size()))
            .build();
  }

  /** The preprint's Table 1: towers on SGD. */
  public static List<Tower> table1() {
    return List.of(
        new Tower("SGD(0.01)", new Sgd(0.01)),
        new Tower(
            "SGD(0.01) / SGD(0.01)", new SgdHd(0.01, new HyperSgd(0.01)), TowersExample::plainSgd),
        new Tower(
            "SGD(0.01) / Adam", new SgdHd(0.01, new HyperAdam(0.001)), TowersExample::plainSgd));
  }

  /**
   * The preprint's Table 2, towers on Adam: {@code AdamBaydin} learns the learning rate only,
   * {@code Adam} β₁ and β₂ as well, and ε where the preprint's first version is named.
   *
   * @param v0 what Adam's second moments start from at the level of the weights
   */
  public static List<Tower> table2(double v0) {
    return List.of(
        new Tower("Adam", new PlainAdam(v0).updater(0.001)),
        adam(
            "Adam / SGDPerParam(0.001) / SGD(1e-4)",
            v0,
            sgdPerParam(3),
            LEARNING_RATE,
            BETA1,
            BETA2),
        adam("Adam / SGD(1e-4)", v0, new HyperSgd(1e-4), LEARNING_RATE, BETA1, BETA2),
        adam("Adam / SGD(1e-5)", v0, new HyperSgd(1e-5), LEARNING_RATE, BETA1, BETA2),
        adam("Adam / Adam", v0, new HyperAdam(0.001), LEARNING_RATE, BETA1, BETA2),
        adam("AdamBaydin / SGDPerParam(0.001) / SGD(1e-4)", v0, sgdPerParam(1), LEARNING_RATE),
        adam("AdamBaydin / Adam", v0, new HyperAdam(0.001), LEARNING_RATE),
        adam(
            "Adam / SGDPerParam(0.001) / SGD(1e-4), first version",
            v0,
            sgdPerParam(4),
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON),
        adam(
            "Adam / Adam, first version",
            v0,
            new HyperAdam(0.001),
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON));
  }

  /** Adam whose hyperparameters are learned by the optimiser above. */
  private static Tower adam(
      String name, double secondMoment, HyperOptimizer above, Hyperparameter... learned) {
    return new Tower(
        name,
        AdamHd.builder()
            .learningRate(0.001)
            .initialSecondMoment(secondMoment)
            .learn(learned)
            .hyperOptimizer(above)
            .build(),
        new PlainAdam(secondMoment)::updater);
  }

  /** SGD with a learning rate for each of so many hyperparameters, each rate learned by SGD. */
  private static HyperOptimizer sgdPerParam(int hyperparameters) {
    double[] rates = new double[hyperparameters];
    Arrays.fill(rates, 0.001);
    return HyperSgd.builder().learningRates(rates).hyperOptimizer(new HyperSgd(1e-4)).build();
  }

  private static IUpdater plainSgd(LevelValues learned) {
    return new Sgd(learned.getValue(LEARNING_RATE));
  }

  TowersExample() {
    super(TowersExample::network, table1(), TowersExample::table2);
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new TowersExample().execute(args));
  }
}
