package dev.hypergradient.examples.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.SgdHd;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.learning.config.Sgd;

/** The towers of Table 1 and Table 2 of the preprint, and of the authors' library. */
final class PaperTowers {
  private static final double SGD_RATE = 0.01;
  private static final double ADAM_RATE = 0.001;

  private PaperTowers() {}

  /** Towers on SGD. */
  static List<Tower> table1() {
    return List.of(
        new Tower("SGD(0.01)", new Sgd(SGD_RATE)),
        sgd("SGD(0.01) / SGD(0.01)", new HyperSgd(SGD_RATE)),
        sgd("SGD(0.01) / Adam", new HyperAdam(ADAM_RATE)));
  }

  /**
   * Towers on Adam: {@code AdamBaydin} learns the learning rate only, {@code Adam} β₁ and β₂ as
   * well, and ε where the preprint's first version is named.
   *
   * @param secondMoment what Adam's second moments start from at the level of the weights
   */
  static List<Tower> table2(double secondMoment) {
    AdamTowers adam = new AdamTowers(secondMoment);
    return List.of(
        adam.alone("Adam"),
        adam.under(
            perHyperparameter(3),
            "Adam / SGDPerParam(0.001) / SGD(1e-4)",
            LEARNING_RATE,
            BETA1,
            BETA2),
        adam.under(new HyperSgd(1e-4), "Adam / SGD(1e-4)", LEARNING_RATE, BETA1, BETA2),
        adam.under(new HyperSgd(1e-5), "Adam / SGD(1e-5)", LEARNING_RATE, BETA1, BETA2),
        adam.under(new HyperAdam(ADAM_RATE), "Adam / Adam", LEARNING_RATE, BETA1, BETA2),
        adam.under(
            perHyperparameter(1), "AdamBaydin / SGDPerParam(0.001) / SGD(1e-4)", LEARNING_RATE),
        adam.under(new HyperAdam(ADAM_RATE), "AdamBaydin / Adam", LEARNING_RATE),
        adam.under(
            perHyperparameter(4),
            "Adam / SGDPerParam(0.001) / SGD(1e-4), first version",
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON),
        adam.under(
            new HyperAdam(ADAM_RATE),
            "Adam / Adam, first version",
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON));
  }

  private static Tower sgd(String name, HyperOptimizer above) {
    return new Tower(
        name, new SgdHd(SGD_RATE, above), learned -> new Sgd(learned.getValue(LEARNING_RATE)));
  }

  /** SGD with a learning rate of its own for every value that it moves, each learned by SGD. */
  private static HyperOptimizer perHyperparameter(int count) {
    double[] rates = new double[count];
    Arrays.fill(rates, 0.001);
    return HyperSgd.builder().learningRates(rates).hyperOptimizer(new HyperSgd(1e-4)).build();
  }
}
