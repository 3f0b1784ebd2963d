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

  /**
   * Bound of the deviation from the authors' log, as a share of a column's range.
   *
   * <p>Authors and test compute in single precision: up to 8e-7 was measured, as against 9e-7 in
   * double precision, so it is mostly the authors' rounding. Other processors add in another order,
   * hence the room. Without L2 on the biases it would be 6e-6.
   *
   * <p>For adam_hd 2e-6 was measured in the loss and 6e-6 in the learning rate. The authors step
   * the weights with a rate that has not seen the gradient of the biases yet, which shows most in
   * the loss of the third step; and PyTorch's β₂ and 1 − β₂, each rounded, add up to 1 + 1.3e-8,
   * which shortens the directions by 6e-6. A simulation with both in it follows the log to 3e-7.
   */
  double tolerance() {
    return this == ADAM_HD ? 2e-5 : 4e-6;
  }

  /** The name in the authors' files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
