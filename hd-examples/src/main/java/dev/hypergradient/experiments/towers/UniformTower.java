package dev.hypergradient.experiments.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdamHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Towers whose levels are all of one kind. */
enum UniformTower {
  /** Gradient descent, of which the learning rate is learned. */
  SGD("SGD") {
    @Override
    IUpdater plain(double learningRate) {
      return new Sgd(learningRate);
    }

    @Override
    HyperOptimizer top(double learningRate) {
      return new HyperSgd(learningRate);
    }

    @Override
    HyperOptimizer level(double learningRate, HyperOptimizer above) {
      return new HyperSgd(learningRate, above);
    }

    @Override
    IUpdater bottom(double learningRate, HyperOptimizer above) {
      return new SgdHd(learningRate, above);
    }
  },
  /** Adam, of which learning rate, β₁ and β₂ are learned. */
  ADAM("Adam") {
    @Override
    IUpdater plain(double learningRate) {
      return new Adam(learningRate);
    }

    @Override
    HyperOptimizer top(double learningRate) {
      return new HyperAdam(learningRate);
    }

    @Override
    HyperOptimizer level(double learningRate, HyperOptimizer above) {
      return HyperAdam.builder()
          .learningRate(learningRate)
          .learn(LEARNING_RATE, BETA1, BETA2)
          .hyperOptimizer(above)
          .build();
    }

    @Override
    IUpdater bottom(double learningRate, HyperOptimizer above) {
      return AdamHd.builder()
          .learningRate(learningRate)
          .learn(LEARNING_RATE, BETA1, BETA2)
          .hyperOptimizer(above)
          .build();
    }
  };

  private final String label;

  UniformTower(String label) {
    this.label = label;
  }

  abstract IUpdater plain(double learningRate);

  abstract HyperOptimizer top(double learningRate);

  abstract HyperOptimizer level(double learningRate, HyperOptimizer above);

  abstract IUpdater bottom(double learningRate, HyperOptimizer above);

  /**
   * The tower of {@code height} levels above the one that moves the weights.
   *
   * @param height 0 for DL4J's own updater
   * @param learningRate where the level that moves the weights starts from
   * @param hyperLearningRate where the levels above start from
   */
  final IUpdater of(int height, double learningRate, double hyperLearningRate) {
    if (height == 0) {
      return plain(learningRate);
    }
    HyperOptimizer above = top(hyperLearningRate);
    for (int level = 2; level <= height; level++) {
      above = level(hyperLearningRate, above);
    }
    return bottom(learningRate, above);
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
