package dev.hypergradient.internal.setup;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.kernel.Direction;
import java.util.List;

/**
 * What the state vectors hold, each as long as the parameters. Immutable.
 *
 * <pre>  [ the rule's own, the trace first | the method's own | ∂d/∂φ for each learned φ but α ]
 * </pre>
 */
public final class VectorLayout {

  private final int ofRule;
  private final int ofMethod;
  private final List<Hyperparameter> partials;

  VectorLayout(int ofRule, int ofMethod, List<Hyperparameter> partials) {
    this.ofRule = ofRule;
    this.ofMethod = ofMethod;
    this.partials = partials;
  }

  /** The hyperparameters that the direction depends on and that are learned. */
  public List<Hyperparameter> partials() {
    return partials;
  }

  /** The number of vectors before the partial derivatives. */
  public int own() {
    return ofRule + ofMethod;
  }

  /** The number of all vectors. */
  public int count() {
    return own() + partials.size();
  }

  /** The first of the method's own. */
  int firstOfMethod() {
    return ofRule;
  }

  /** The vector of ∂d/∂φ, or {@link Direction#NOT_LEARNED}. */
  int slot(Hyperparameter hyperparameter) {
    int i = partials.indexOf(hyperparameter);
    return i < 0 ? Direction.NOT_LEARNED : own() + i;
  }
}
