package dev.hypergradient.published;

import dev.hypergradient.AdamHd;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** The methods of the authors' published runs, with the hyperparameters of these. */
enum PublishedMethod {
  SGD,
  SGD_HD,
  SGDN,
  SGDN_HD,
  ADAM,
  ADAM_HD;

  /** A new updater of DL4J's own or of ours. */
  IUpdater updater() {
    return switch (this) {
      case SGD -> new Sgd(1e-3);
      case SGD_HD -> new SgdHd(1e-3, 1e-3);
      case SGDN -> new Nesterovs(1e-3, 0.9);
      case SGDN_HD -> new NesterovsHd(1e-3, 0.9, 1e-3);
      case ADAM -> new Adam(1e-3);
      case ADAM_HD -> new AdamHd(1e-3, 1e-7);
    };
  }

  /** The columns that tell something: the learning rate does not, where it is not learned. */
  Set<Column> columns() {
    return switch (this) {
      case SGD, SGDN, ADAM -> EnumSet.range(Column.LOSS, Column.VALID_LOSS_EPOCH);
      case SGD_HD, SGDN_HD, ADAM_HD -> EnumSet.allOf(Column.class);
    };
  }

  /** The name in the authors' files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
