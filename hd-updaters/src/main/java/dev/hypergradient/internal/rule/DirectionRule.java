package dev.hypergradient.internal.rule;

import dev.hypergradient.internal.kernel.ScaledDirection;
import dev.hypergradient.internal.kernel.Update;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/** A rule that needs nothing but the last direction, which is its trace. */
abstract class DirectionRule implements Rule {

  @Override
  public final int vectors() {
    return 1;
  }

  @Override
  public final void write(ScalarWriter out) {
    // Nothing to remember but the vector.
  }

  @Override
  public final Rule read(ScalarReader in) {
    return this;
  }

  @Override
  public final boolean isWithin(double max) {
    return true;
  }

  @Override
  public final Rule after(DotProducts products, double stepSize) {
    return this;
  }

  @Override
  public final Update update(double learningRate, double stepSize) {
    return new ScaledDirection(stepSize);
  }
}
