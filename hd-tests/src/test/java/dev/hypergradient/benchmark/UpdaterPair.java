package dev.hypergradient.benchmark;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdaGradHd;
import dev.hypergradient.AdamHd;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import java.util.Locale;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** An updater that learns its learning rate, and DL4J's own of the same direction. */
public enum UpdaterPair {
  /** Stochastic gradient descent. */
  SGD(1),
  /** Nesterov momentum. */
  NESTEROVS(2),
  /** Adam. */
  ADAM(3),
  /** RMSProp. */
  RMS_PROP(2),
  /** AdaGrad. */
  ADA_GRAD(2),
  /** Adam that learns all its hyperparameters, beside one that learns none. */
  ADAM_TOWER(6),
  /** Stochastic gradient descent by the parameter-free rule. */
  SGD_FREE(2),
  /** Adam by the parameter-free rule, which reads the moment for the length of the step, too. */
  ADAM_FREE(3, 1);

  // So small that thousands of steps change neither learning rate nor network.
  private static final double INITIAL_LEARNING_RATE = 1e-6;
  private static final double HYPER_LEARNING_RATE = 1e-16;
  private static final double MOMENTUM = 0.9;

  private final int stateVectors;
  private final int readTwice;

  UpdaterPair(int stateVectors) {
    this(stateVectors, 0);
  }

  /**
   * A pair.
   *
   * @param stateVectors vectors that the updater that learns keeps, each as long as the parameters
   * @param readTwice how many of them are read before any parameter moves, and when they do
   */
  UpdaterPair(int stateVectors, int readTwice) {
    this.stateVectors = stateVectors;
    this.readTwice = readTwice;
  }

  /**
   * The floats that a step of the updater that learns must read or write for each parameter.
   *
   * <p>The learning rate depends on all of the gradient, so the gradient is read twice: before any
   * parameter moves, and when they do. The update is written. Each vector of the state is read once
   * and written once, be it the direction or a partial derivative, both read for the hypergradient
   * and replaced later, or a moment.
   */
  int floatsMoved() {
    return 3 + 2 * stateVectors + readTwice;
  }

  /** The updater that learns. */
  IUpdater hd() {
    return switch (this) {
      case SGD -> new SgdHd(INITIAL_LEARNING_RATE, HYPER_LEARNING_RATE);
      case NESTEROVS -> new NesterovsHd(INITIAL_LEARNING_RATE, MOMENTUM, HYPER_LEARNING_RATE);
      case ADAM -> new AdamHd(INITIAL_LEARNING_RATE, HYPER_LEARNING_RATE);
      case RMS_PROP -> new RmsPropHd(INITIAL_LEARNING_RATE, HYPER_LEARNING_RATE);
      case ADA_GRAD -> new AdaGradHd(INITIAL_LEARNING_RATE, HYPER_LEARNING_RATE);
      case ADAM_TOWER ->
          AdamHd.builder()
              .learningRate(INITIAL_LEARNING_RATE)
              .hyperLearningRate(HYPER_LEARNING_RATE)
              .learn(LEARNING_RATE, BETA1, BETA2, EPSILON)
              .build();
      case SGD_FREE -> new SgdHd();
      case ADAM_FREE -> new AdamHd();
    };
  }

  /** DL4J's own updater. */
  IUpdater dl4j() {
    return switch (this) {
      case SGD, SGD_FREE -> new Sgd(INITIAL_LEARNING_RATE);
      case NESTEROVS -> new Nesterovs(INITIAL_LEARNING_RATE, MOMENTUM);
      case ADAM, ADAM_TOWER, ADAM_FREE -> new Adam(INITIAL_LEARNING_RATE);
      case RMS_PROP -> new RmsProp(INITIAL_LEARNING_RATE);
      case ADA_GRAD -> new AdaGrad(INITIAL_LEARNING_RATE);
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
