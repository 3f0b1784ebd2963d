package dev.hypergradient.examples.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdamHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** The towers of Table 1 and Table 2 of the preprint, and of the authors' library. */
final class PaperTowers {
  private static final double SGD_RATE = 0.01;
  private static final double ADAM_RATE = 0.001;

  private PaperTowers() {}

  /** Towers on SGD. */
  static List<Tower> table1() {
    return List.of(
        new Tower("SGD(0.01)", new Sgd(SGD_RATE), PaperTowers::plainSgd),
        sgd("SGD(0.01) / SGD(0.01)", new HyperSgd(SGD_RATE)),
        sgd("SGD(0.01) / Adam", new HyperAdam(ADAM_RATE)));
  }

  /**
   * Towers on Adam: {@code AdamBaydin} learns the learning rate only, {@code Adam} β₁ and β₂ as
   * well, and ε where the preprint's first version is named.
   */
  static List<Tower> table2() {
    return List.of(
        new Tower("Adam", new Adam(ADAM_RATE), PaperTowers::plainAdam),
        adam(
            "Adam / SGDPerParam(0.001) / SGD(1e-4)",
            perHyperparameter(3),
            LEARNING_RATE,
            BETA1,
            BETA2),
        adam("Adam / SGD(1e-4)", new HyperSgd(1e-4), LEARNING_RATE, BETA1, BETA2),
        adam("Adam / SGD(1e-5)", new HyperSgd(1e-5), LEARNING_RATE, BETA1, BETA2),
        adam("Adam / Adam", new HyperAdam(ADAM_RATE), LEARNING_RATE, BETA1, BETA2),
        adam("AdamBaydin / SGDPerParam(0.001) / SGD(1e-4)", perHyperparameter(1), LEARNING_RATE),
        adam("AdamBaydin / Adam", new HyperAdam(ADAM_RATE), LEARNING_RATE),
        adam(
            "Adam / SGDPerParam(0.001) / SGD(1e-4), first version",
            perHyperparameter(4),
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON),
        adam(
            "Adam / Adam, first version",
            new HyperAdam(ADAM_RATE),
            LEARNING_RATE,
            BETA1,
            BETA2,
            EPSILON));
  }

  private static Tower sgd(String name, HyperOptimizer above) {
    return new Tower(name, new SgdHd(SGD_RATE, above), PaperTowers::plainSgd);
  }

  private static Tower adam(String name, HyperOptimizer above, Hyperparameter... learned) {
    return new Tower(
        name,
        AdamHd.builder().learningRate(ADAM_RATE).learn(learned).hyperOptimizer(above).build(),
        PaperTowers::plainAdam);
  }

  /** SGD with a learning rate of its own for every value that it moves, each learned by SGD. */
  private static HyperOptimizer perHyperparameter(int count) {
    double[] rates = new double[count];
    Arrays.fill(rates, 0.001);
    return HyperSgd.builder().learningRates(rates).hyperOptimizer(new HyperSgd(1e-4)).build();
  }

  private static IUpdater plainSgd(LevelValues learned) {
    return new Sgd(learned.getValue(LEARNING_RATE));
  }

  private static IUpdater plainAdam(LevelValues learned) {
    return new Adam(
        learned.getValue(LEARNING_RATE),
        learned.getValue(BETA1),
        learned.getValue(BETA2),
        learned.getValue(EPSILON));
  }
}
