package dev.hypergradient.hyper;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.tower.AdaGradLevel;
import dev.hypergradient.reference.tower.AdamLevel;
import dev.hypergradient.reference.tower.RmsPropLevel;
import dev.hypergradient.reference.tower.SgdLevel;
import dev.hypergradient.reference.tower.SgdPerParamLevel;
import dev.hypergradient.reference.tower.TowerLevel;
import java.util.stream.Stream;

/** Towers, and the same as the reference implementation builds them. */
enum Tower {
  SGD {
    @Override
    HyperOptimizer bottom() {
      return new HyperSgd(0.1);
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(SgdLevel.plain(0.1));
    }
  },

  HEAVY_BALL {
    @Override
    HyperOptimizer bottom() {
      return HyperSgd.builder().learningRate(0.1).momentum(0.9).build();
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(SgdLevel.heavyBall(0.1, 0.9, "alpha"));
    }
  },

  ADAM {
    @Override
    HyperOptimizer bottom() {
      return new HyperAdam(0.01);
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(adam(0.01, 1e-8, "alpha"));
    }
  },

  RMS_PROP {
    @Override
    HyperOptimizer bottom() {
      return new HyperRmsProp(0.01);
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(RmsPropLevel.of(0.01, 0.99, "alpha"));
    }
  },

  ADA_GRAD {
    @Override
    HyperOptimizer bottom() {
      return new HyperAdaGrad(0.01);
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(AdaGradLevel.of(0.01));
    }
  },

  SGD_UNDER_SGD_UNDER_SGD {
    @Override
    HyperOptimizer bottom() {
      return new HyperSgd(0.1, new HyperSgd(0.01, new HyperSgd(0.001)));
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(SgdLevel.plain(0.1), SgdLevel.plain(0.01), SgdLevel.plain(0.001));
    }
  },

  MOMENTUM_FROM_ZERO_UNDER_HEAVY_BALL {
    @Override
    HyperOptimizer bottom() {
      return HyperSgd.builder()
          .learningRate(0.1)
          .learn(Hyperparameter.MOMENTUM, Hyperparameter.LEARNING_RATE)
          .hyperOptimizer(HyperSgd.builder().learningRate(0.01).momentum(0.5).build())
          .build();
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(
          SgdLevel.heavyBall(0.1, 0, "alpha", "mu"), SgdLevel.heavyBall(0.01, 0.5, "alpha"));
    }
  },

  ADAM_WITH_ALL_LEARNED_UNDER_SGD {
    @Override
    HyperOptimizer bottom() {
      return HyperAdam.builder()
          .learningRate(0.1)
          .epsilon(0.05)
          .learn(
              Hyperparameter.LEARNING_RATE,
              Hyperparameter.BETA1,
              Hyperparameter.BETA2,
              Hyperparameter.EPSILON)
          .hyperOptimizer(new HyperSgd(0.01))
          .build();
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(adam(0.1, 0.05, "alpha", "beta1", "beta2", "log_eps"), SgdLevel.plain(0.01));
    }
  },

  RMS_PROP_UNDER_ADAM_UNDER_ADA_GRAD {
    @Override
    HyperOptimizer bottom() {
      return HyperRmsProp.builder()
          .learningRate(0.01)
          .decay(0.8)
          .learn(Hyperparameter.LEARNING_RATE, Hyperparameter.DECAY)
          .hyperOptimizer(new HyperAdam(0.003, new HyperAdaGrad(0.001)))
          .build();
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(
          RmsPropLevel.of(0.01, 0.8, "alpha", "gamma"),
          adam(0.003, 1e-8, "alpha"),
          AdaGradLevel.of(0.001));
    }
  },

  ADA_GRAD_UNDER_RMS_PROP_UNDER_SGD {
    @Override
    HyperOptimizer bottom() {
      return new HyperAdaGrad(0.1, new HyperRmsProp(0.01, new HyperSgd(1e-4)));
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.of(
          AdaGradLevel.of(0.1), RmsPropLevel.of(0.01, 0.99, "alpha"), SgdLevel.plain(1e-4));
    }
  },

  ADAM_UNDER_A_RATE_FOR_EACH_UNDER_SGD {
    @Override
    HyperOptimizer bottom() {
      return HyperAdam.builder()
          .learningRate(0.1)
          .learn(Hyperparameter.LEARNING_RATE, Hyperparameter.BETA1, Hyperparameter.BETA2)
          .hyperOptimizer(
              HyperSgd.builder()
                  .learningRates(0.01, 0.01, 0.01)
                  .hyperOptimizer(new HyperSgd(0.001))
                  .build())
          .build();
    }

    @Override
    Stream<TowerLevel> reference() {
      TowerLevel adam = adam(0.1, 1e-8, "alpha", "beta1", "beta2");
      return Stream.of(adam, SgdPerParamLevel.above(adam, 0.01), SgdLevel.plain(0.001));
    }
  },

  FIFTY_OF_SGD {
    @Override
    HyperOptimizer bottom() {
      HyperOptimizer tower = new HyperSgd(0.01);
      for (int height = 1; height < 50; height++) {
        tower = new HyperSgd(0.01, tower);
      }
      return tower;
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.generate(() -> (TowerLevel) SgdLevel.plain(0.01)).limit(50);
    }
  },

  FIFTY_OF_ADAM {
    @Override
    HyperOptimizer bottom() {
      HyperOptimizer tower = new HyperAdam(0.01);
      for (int height = 1; height < 50; height++) {
        tower = new HyperAdam(0.01, tower);
      }
      return tower;
    }

    @Override
    Stream<TowerLevel> reference() {
      return Stream.generate(() -> (TowerLevel) adam(0.01, 1e-8, "alpha")).limit(50);
    }
  };

  abstract HyperOptimizer bottom();

  /** The levels from the bottom up. */
  abstract Stream<TowerLevel> reference();

  private static AdamLevel adam(double alpha, double epsilon, String... learned) {
    AdamConstants constants = new AdamConstants(0.9, 0.999, epsilon, AdamEpsilon.PAPER);
    return AdamLevel.of(alpha, constants, epsilon, learned);
  }
}
