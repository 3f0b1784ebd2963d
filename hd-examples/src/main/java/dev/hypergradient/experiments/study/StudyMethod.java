package dev.hypergradient.experiments.study;

import java.util.Locale;
import org.nd4j.linalg.learning.config.IUpdater;

/** How a network is trained in a setting. */
enum StudyMethod {
  /** DL4J's updater of the family at a constant rate. */
  CONSTANT {
    @Override
    IUpdater updater(StudyRun run) {
      return run.setting().family().constant(run.rate());
    }
  },

  /** DL4J's updater of the family at a rate that decays to zero over the whole run. */
  COSINE {
    @Override
    IUpdater updater(StudyRun run) {
      IUpdater updater = run.setting().family().constant(run.rate());
      updater.setLrAndSchedule(run.rate(), new CosineDecay(run.rate(), run.updates()));
      return updater;
    }
  },

  /** The papers' additive rule with the papers' β, from an initial rate. */
  ADDITIVE {
    @Override
    IUpdater updater(StudyRun run) {
      Family family = run.setting().family();
      return family.additive(run.rate(), run.setting().problem().hyperRate(family));
    }
  },

  /** The rule that needs no number, and so has no rate, recorded as 0. */
  PARAMETER_FREE {
    @Override
    IUpdater updater(StudyRun run) {
      return run.setting().family().parameterFree();
    }
  };

  /** A new updater with the run's rate. */
  abstract IUpdater updater(StudyRun run);

  /** Whether the updater is one of this library and learns its rate. */
  boolean learnsRate() {
    return this == ADDITIVE || this == PARAMETER_FREE;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
