package dev.hypergradient.experiments.study;

/** How much of a problem's data the runs see, and for how long. */
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

  private static final double STEPS_OF_ONE_IMAGE = 8000;

  private final int images;

  Budget(int images) {
    this.images = images;
  }

  /** Maximum number of images to train on, and of images to test on. */
  int images() {
    return images;
  }

  /** Steps of a run: the larger the batches, the fewer steps, but the more images in all. */
  abstract double steps(int batchSize);
}
