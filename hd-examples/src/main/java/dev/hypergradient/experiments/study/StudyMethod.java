package dev.hypergradient.experiments.study;

import java.util.Locale;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;

/** How a network is trained in a setting. */
enum StudyMethod {
  /** DL4J's updater of the family at a constant rate. */
  CONSTANT {
    @Override
    IUpdater updater(Setting setting, double rate) {
      return setting.family().constant(rate);
    }
  },

  /** DL4J's AMSGrad at a constant rate; compared with Adam. */
  AMSGRAD {
    @Override
    IUpdater updater(Setting setting, double rate) {
      return new AMSGrad(rate);
    }
  },

  /** DL4J's AdaDelta, which has no rate, recorded as 0; compared with Adam. */
  ADADELTA {
    @Override
    IUpdater updater(Setting setting, double rate) {
      return new AdaDelta();
    }
  },

  /** The papers' additive rule with the papers' β, from an initial rate. */
  ADDITIVE {
    @Override
    IUpdater updater(Setting setting, double rate) {
      return setting.family().additive(rate, setting.problem().hyperRate(setting.family()));
    }

    @Override
    boolean learnsRate() {
      return true;
    }
  },

  /** The rule that needs no number, and so has no rate, recorded as 0. */
  PARAMETER_FREE {
    @Override
    IUpdater updater(Setting setting, double rate) {
      return setting.family().parameterFree();
    }

    @Override
    boolean learnsRate() {
      return true;
    }
  };

  /** A new updater with its rate, or with the rate that it starts from. */
  abstract IUpdater updater(Setting setting, double rate);

  /** Whether the rate changes. */
  boolean learnsRate() {
    return false;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
