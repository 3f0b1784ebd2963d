package dev.hypergradient.experiments;

import dev.hypergradient.LearningRateScope;
import dev.hypergradient.examples.report.ChartStyle;
import dev.hypergradient.examples.report.LineStyle;
import dev.hypergradient.examples.training.LabelledUpdater;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import java.util.Locale;
import java.util.Objects;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A way to train that experiments compare.
 *
 * @param name without numbers, as in legends; methods of one name differ in their numbers only
 * @param family the plain updater of the same direction
 * @param learningRate α₀
 * @param hyperLearningRate β; 0 if no rate is learned
 * @param id names every setting, in file names
 * @param updater trains the network
 */
record Method(
    String name,
    UpdaterName family,
    Learning learning,
    double learningRate,
    double hyperLearningRate,
    String id,
    IUpdater updater) {

  /** The rate of a tower's top is this part of β: small, since no level corrects the top. */
  private static final double TOP_PART = 0.1;

  /** Rejects missing parts. */
  Method {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(learning, "learning");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(updater, "updater");
  }

  /** One of the six methods of the paper; β does not matter if it learns nothing. */
  static Method of(
      UpdaterName updater, double learningRate, double hyperLearningRate, double momentum) {
    LabelledUpdater labelled = updater.with(learningRate, hyperLearningRate, momentum);
    return new Method(
        updater.toString(),
        updater.plain(),
        updater.learnsRate() ? Learning.RATE : Learning.NOTHING,
        learningRate,
        labelled.hyperLearningRate(),
        id(updater.toString(), learningRate, labelled.hyperLearningRate(), momentum, updater),
        labelled.updater());
  }

  /**
   * A tower of two levels: the learning rate starts from α₀ and is learned at a rate that starts
   * from β and is itself learned, by Adam, whose steps do not depend on the scale of its gradients.
   */
  static Method tower(
      UpdaterName family, double learningRate, double hyperLearningRate, double momentum) {
    HyperOptimizer above =
        new HyperSgd(hyperLearningRate, new HyperAdam(TOP_PART * hyperLearningRate));
    String name = family + " tower";
    return new Method(
        name,
        family,
        Learning.TOWER,
        learningRate,
        hyperLearningRate,
        id(name.replace(' ', '-'), learningRate, hyperLearningRate, momentum, family),
        family.builder(momentum).learningRate(learningRate).hyperOptimizer(above).build());
  }

  /** A method that learns its rates in a scope. */
  static Method scoped(
      UpdaterName family,
      LearningRateScope scope,
      double learningRate,
      double hyperLearningRate,
      double momentum) {
    String name = family + "-hd by " + scope.toString().toLowerCase(Locale.ROOT);
    return new Method(
        name,
        family,
        Learning.RATE,
        learningRate,
        hyperLearningRate,
        id(name.replace(' ', '-'), learningRate, hyperLearningRate, momentum, family),
        family
            .builder(momentum)
            .learningRate(learningRate)
            .hyperLearningRate(hyperLearningRate)
            .learningRateScope(scope)
            .build());
  }

  /** Colour by family, gaps by what is learned. */
  LineStyle style() {
    int color =
        switch (family.plain()) {
          case SGD, SGD_HD -> 0;
          case NESTEROVS, NESTEROVS_HD -> 1;
          case ADAM, ADAM_HD -> 2;
        };
    return new LineStyle(ChartStyle.color(color), learning.drawnPart());
  }

  /** The updater as a training plan wants it. */
  LabelledUpdater labelled(String label) {
    return new LabelledUpdater(label, updater, hyperLearningRate);
  }

  private static String id(
      String name,
      double learningRate,
      double hyperLearningRate,
      double momentum,
      UpdaterName updater) {
    StringBuilder id = new StringBuilder(name).append("-a").append(Numbers.exact(learningRate));
    if (hyperLearningRate != 0) {
      id.append("-b").append(Numbers.exact(hyperLearningRate));
    }
    if (updater.plain() == UpdaterName.NESTEROVS) {
      id.append("-m").append(Numbers.exact(momentum));
    }
    return id.toString();
  }
}
