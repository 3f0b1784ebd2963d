package dev.hypergradient.experiments.study;

import java.util.List;

/** How much of a problem's data the runs see, for how long, and from how many rates. */
enum Budget {
  /** For networks whose step takes a few milliseconds at most. */
  USUAL(12_000) {
    @Override
    double steps(int batchSize) {
      return STEPS_OF_ONE_IMAGE / Math.sqrt(batchSize);
    }
  },

  /**
   * For convolutional networks, whose step takes hundreds of times as long as that of the others.
   */
  CONVOLUTIONAL(2000) {
    @Override
    double steps(int batchSize) {
      return USUAL.steps(batchSize) / 15;
    }
  },

  /** Three passes over all images, or one with small batches. */
  WHOLE(60_000) {
    @Override
    double steps(int batchSize) {
      int epochs = batchSize < 100 ? 1 : 3;
      return epochs * Math.floor((double) images() / batchSize);
    }
  };

  /** Rates above 0 that the rule without a number is also started from. */
  static final List<Double> INITIAL_RATES = List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1d);

  private static final double STEPS_OF_ONE_IMAGE = 8000;

  private final int images;

  Budget(int images) {
    this.images = images;
  }

  /** Maximum number of images to train on, and of images to test on. */
  int images() {
    return images;
  }

  /** All of {@link #INITIAL_RATES}, or their minimum and maximum only, if runs take long. */
  List<Double> initialRates() {
    return this == USUAL
        ? INITIAL_RATES
        : List.of(INITIAL_RATES.get(0), INITIAL_RATES.get(INITIAL_RATES.size() - 1));
  }

  /** Steps of a run: the larger the batches, the fewer steps, but the more images in all. */
  abstract double steps(int batchSize);
}
