package dev.hypergradient.examples.training;

import java.util.Objects;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * An updater and what reports call it.
 *
 * @param label unique among the runs of a report
 * @param updater starts from its own learning rate
 * @param hyperLearningRate β of the report; 0 for an updater that does not learn its learning rate
 */
public record LabelledUpdater(String label, IUpdater updater, double hyperLearningRate) {
  /** Rejects a missing label or updater. */
  public LabelledUpdater {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(updater, "updater");
  }
}
