package dev.hypergradient.internal.block;

import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;
import dev.hypergradient.internal.setup.Setup;

/** The scalars of a block's state, in the order of {@link BlockState}'s table. Immutable. */
final class StateRecord {

  final double mark;
  final double turn;
  final double meanSquare;
  final long gradientOffset;
  final long gradientLength;
  final LearnedHyperparameters learned;
  final DotProducts products;

  StateRecord(
      double mark,
      double turn,
      double meanSquare,
      long gradientOffset,
      long gradientLength,
      LearnedHyperparameters learned,
      DotProducts products) {
    this.mark = mark;
    this.turn = turn;
    this.meanSquare = meanSquare;
    this.gradientOffset = gradientOffset;
    this.gradientLength = gradientLength;
    this.learned = learned;
    this.products = products;
  }

  /** The record of a block that has not seen a gradient. */
  static StateRecord initial(Setup setup) {
    return new StateRecord(
        StateMark.of(setup), 0, 0, 0, 0, LearnedHyperparameters.initial(setup), DotProducts.NONE);
  }

  static StateRecord read(Setup setup, double[] scalars) {
    ScalarReader in = new ScalarReader(scalars);
    double mark = in.next();
    double turn = in.next();
    double meanSquare = in.next();
    long offset = in.nextInteger();
    long length = in.nextInteger();
    LearnedHyperparameters learned = LearnedHyperparameters.read(setup, in);
    DotProducts products =
        DotProducts.read(in, setup.layout().partials().size(), meanSquare * length, length);
    return new StateRecord(mark, turn, meanSquare, offset, length, learned, products);
  }

  double[] toScalars(Setup setup) {
    ScalarWriter out = new ScalarWriter();
    out.put(mark, turn, meanSquare);
    out.putInteger(gradientOffset);
    out.putInteger(gradientLength);
    learned.write(out);
    products.write(out, setup.layout().partials().size());
    return out.toArray();
  }

  /** This record with other hyperparameters. */
  StateRecord withLearned(LearnedHyperparameters other) {
    return new StateRecord(mark, turn, meanSquare, gradientOffset, gradientLength, other, products);
  }

  /** What the last step measured, if the rule needs it. */
  double measuredSquare() {
    return meanSquare * gradientLength;
  }
}
