package dev.hypergradient.examples.training;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdaterBuilder;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
import java.util.Locale;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** The updaters of the command line: DL4J's own, and those that learn the learning rate. */
public enum UpdaterName {
  /** Stochastic gradient descent. */
  SGD,
  /** Stochastic gradient descent that learns its learning rate. */
  SGD_HD,
  /** Nesterov momentum. */
  NESTEROVS,
  /** Nesterov momentum that learns its learning rate. */
  NESTEROVS_HD,
  /** Adam. */
  ADAM,
  /** Adam that learns its learning rate. */
  ADAM_HD;

  /** Whether this updater learns its learning rate. */
  public boolean learnsRate() {
    return this != plain();
  }

  /** DL4J's updater of the same direction. */
  public UpdaterName plain() {
    return switch (this) {
      case SGD, SGD_HD -> SGD;
      case NESTEROVS, NESTEROVS_HD -> NESTEROVS;
      case ADAM, ADAM_HD -> ADAM;
    };
  }

  /**
   * The updater with its settings.
   *
   * @param learningRate to start from, or for good if the updater does not learn it
   * @param hyperLearningRate ignored by updaters that do not learn their rate
   * @param momentum ignored by all but Nesterov's
   */
  public LabelledUpdater with(double learningRate, double hyperLearningRate, double momentum) {
    return new LabelledUpdater(
        this + (learnsRate() ? " from " : " at ") + LearningRateFormat.format(learningRate),
        create(learningRate, hyperLearningRate, momentum),
        learnsRate() ? hyperLearningRate : 0);
  }

  /**
   * The updater with the parameter-free rule, with which sgd-hd and nesterovs-hd are the same.
   *
   * @throws IllegalStateException if the updater does not learn its rate
   */
  public LabelledUpdater parameterFree() {
    IUpdater updater =
        switch (this) {
          case SGD_HD -> new SgdHd();
          case NESTEROVS_HD -> new NesterovsHd();
          case ADAM_HD -> new AdamHd();
          case SGD, NESTEROVS, ADAM ->
              throw new IllegalStateException(this + " does not learn its rate");
        };
    return new LabelledUpdater(this + " parameter-free", updater, 0);
  }

  /**
   * Makes an updater of this direction that learns its rate.
   *
   * @param momentum ignored by all but Nesterov's
   */
  public HypergradientUpdaterBuilder<?> builder(double momentum) {
    return switch (this) {
      case SGD, SGD_HD -> SgdHd.builder();
      case NESTEROVS, NESTEROVS_HD -> NesterovsHd.builder().momentum(momentum);
      case ADAM, ADAM_HD -> AdamHd.builder();
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private IUpdater create(double learningRate, double hyperLearningRate, double momentum) {
    return switch (this) {
      case SGD -> new Sgd(learningRate);
      case SGD_HD -> new SgdHd(learningRate, hyperLearningRate);
      case NESTEROVS -> new Nesterovs(learningRate, momentum);
      case NESTEROVS_HD -> new NesterovsHd(learningRate, momentum, hyperLearningRate);
      case ADAM -> new Adam(learningRate);
      case ADAM_HD -> new AdamHd(learningRate, hyperLearningRate);
    };
  }
}
