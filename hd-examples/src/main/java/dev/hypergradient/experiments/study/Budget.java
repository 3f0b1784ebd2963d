package dev.hypergradient.experiments.study;

/** How long the runs of a problem are. */
@FunctionalInterface
interface Budget {
  /** The larger the batches, the fewer steps, but the more examples in all. */
  Budget USUAL = batchSize -> 8000 / Math.sqrt(batchSize);

  /** For networks whose step takes some milliseconds. */
  Budget FIFTH = batchSize -> USUAL.steps(batchSize) / 5;

  /** For networks whose step takes hundreds of times as long as that of the others. */
  Budget FIFTEENTH = batchSize -> USUAL.steps(batchSize) / 15;

  /** Three passes over 60,000 images, or one with small batches. */
  Budget EPOCHS = batchSize -> (batchSize < 100 ? 1 : 3) * Math.floor(60_000.0 / batchSize);

  /** The same number of steps whatever the batch size. */
  static Budget fixed(int steps) {
    return batchSize -> steps;
  }

  /** Steps of a run. */
  double steps(int batchSize);
}
