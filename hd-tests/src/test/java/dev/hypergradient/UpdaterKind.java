package dev.hypergradient;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.LearningRateRule;
import dev.hypergradient.reference.ReferenceAdamHd;
import dev.hypergradient.reference.ReferenceNesterovsHd;
import dev.hypergradient.reference.ReferenceSgdHd;
import dev.hypergradient.reference.ReferenceUpdater;
import dev.hypergradient.reference.tower.AdaGradLevel;
import dev.hypergradient.reference.tower.ReferenceTower;
import dev.hypergradient.reference.tower.RmsPropLevel;
import dev.hypergradient.reference.tower.SgdLevel;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** Every updater, beside DL4J's own and the reference that it must agree with. */
public enum UpdaterKind {
  SGD(0.2, 0.01) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return SgdHd.builder();
    }

    @Override
    IUpdater plain(double learningRate) {
      return new Sgd(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return sgd(learningRate, LearningRateRule.additive(hyperLearningRate));
    }
  },
  NESTEROVS(0.05, 1e-3) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return NesterovsHd.builder();
    }

    @Override
    IUpdater plain(double learningRate) {
      return new Nesterovs(learningRate, 0.9);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return nesterovs(learningRate, LearningRateRule.additive(hyperLearningRate));
    }
  },
  ADAM(0.01, 1e-5) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return AdamHd.builder();
    }

    @Override
    IUpdater plain(double learningRate) {
      return new Adam(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return adam(learningRate, LearningRateRule.additive(hyperLearningRate));
    }
  },
  SGD_LONG(0.2, 0.6) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return longHorizon(SGD);
    }

    @Override
    IUpdater plain(double learningRate) {
      return SGD.plain(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return sgd(
          learningRate, LearningRateRule.longHorizon(hyperLearningRate, DECAY, new double[] {1}));
    }
  },
  NESTEROVS_LONG(0.05, 0.6) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return longHorizon(NESTEROVS);
    }

    @Override
    IUpdater plain(double learningRate) {
      return NESTEROVS.plain(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return nesterovs(
          learningRate, LearningRateRule.longHorizon(hyperLearningRate, DECAY, NESTEROV_WEIGHTS));
    }
  },
  ADAM_LONG(0.01, 0.6) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return longHorizon(ADAM);
    }

    @Override
    IUpdater plain(double learningRate) {
      return ADAM.plain(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return adam(
          learningRate, LearningRateRule.longHorizon(hyperLearningRate, DECAY, ADAM_WEIGHTS));
    }
  },
  /** Learns the square root of its rate: one that is exact. */
  RMS_PROP(0x1p-6, 1e-5) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return RmsPropHd.builder();
    }

    @Override
    IUpdater plain(double learningRate) {
      return new RmsProp(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return new ReferenceTower(
          RmsPropLevel.dl4j(learningRate, 0.95, 1e-8, "alpha"), SgdLevel.plain(hyperLearningRate));
    }
  },
  ADA_GRAD(0.05, 1e-4) {
    @Override
    HypergradientUpdater.Builder<?> builder() {
      return AdaGradHd.builder();
    }

    @Override
    IUpdater plain(double learningRate) {
      return new AdaGrad(learningRate);
    }

    @Override
    ReferenceUpdater reference(double learningRate, double hyperLearningRate) {
      return new ReferenceTower(
          AdaGradLevel.dl4j(learningRate, 1e-6), SgdLevel.plain(hyperLearningRate));
    }
  };

  /** γ, the long-horizon rule's own. */
  private static final double DECAY = 0.999;

  /** With which gradients are in a direction, the newest first: d = g + μ v, v = Σ μ^k g. */
  private static final double[] NESTEROV_WEIGHTS =
      weights(k -> (k == 0 ? 1 : 0) + Math.pow(0.9, k + 1));

  /** The same for the first moment, without the correction of its bias. */
  private static final double[] ADAM_WEIGHTS = weights(k -> 0.1 * Math.pow(0.9, k));

  /** A learning rate and a hyper learning rate that train the small networks of the tests well. */
  public final double usualRate;

  public final double usualHyperRate;

  UpdaterKind(double usualRate, double usualHyperRate) {
    this.usualRate = usualRate;
    this.usualHyperRate = usualHyperRate;
  }

  abstract HypergradientUpdater.Builder<?> builder();

  abstract IUpdater plain(double learningRate);

  abstract ReferenceUpdater reference(double learningRate, double hyperLearningRate);

  private static HypergradientUpdater.Builder<?> longHorizon(UpdaterKind kind) {
    return kind.builder().learningRateRule(dev.hypergradient.LearningRateRule.LONG_HORIZON);
  }

  /** 0.9^500 is less than the precision of 1. */
  private static double[] weights(IntToDoubleFunction weight) {
    return IntStream.range(0, 500).mapToDouble(weight).toArray();
  }

  private static ReferenceUpdater sgd(double learningRate, LearningRateRule rule) {
    return new ReferenceSgdHd(learningRate, rule, 0);
  }

  private static ReferenceUpdater nesterovs(double learningRate, LearningRateRule rule) {
    return new ReferenceNesterovsHd(learningRate, 0.9, rule, 0);
  }

  private static ReferenceUpdater adam(double learningRate, LearningRateRule rule) {
    AdamConstants constants = new AdamConstants(0.9, 0.999, 1e-8, AdamEpsilon.DL4J);
    return new ReferenceAdamHd(learningRate, constants, rule, 0);
  }

  /** The updater that {@link #usualReference} is the reference of. */
  public HypergradientUpdater usual() {
    return usual(options -> {});
  }

  public HypergradientUpdater usual(Consumer<HypergradientUpdater.Builder<?>> options) {
    HypergradientUpdater.Builder<?> builder =
        builder().learningRate(usualRate).hyperLearningRate(usualHyperRate);
    options.accept(builder);
    return builder.build();
  }

  public ReferenceUpdater usualReference() {
    return reference(usualRate, usualHyperRate);
  }
}
