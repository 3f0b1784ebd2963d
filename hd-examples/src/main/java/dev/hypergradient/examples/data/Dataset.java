package dev.hypergradient.examples.data;

import java.util.Objects;

/**
 * A classification task: images to train on, images to test on, and how pixels become inputs.
 *
 * @param name as on the command line, used in file names
 */
public record Dataset(String name, Images train, Images test, PixelScaling scaling) {
  /** Rejects parts that do not belong together. */
  public Dataset {
    Objects.requireNonNull(name, "name");
    if (!train.shape().equals(test.shape())) {
      throw new IllegalArgumentException(
          "training and test images must have one size, got "
              + train.shape()
              + " and "
              + test.shape());
    }
    if (train.classes() != test.classes()) {
      throw new IllegalArgumentException(
          "training and test images must have the same classes, got "
              + train.classes()
              + " and "
              + test.classes());
    }
    if (train.shape().channels() != scaling.channels()) {
      throw new IllegalArgumentException(
          "images of "
              + train.shape().channels()
              + " channels cannot be scaled with constants for "
              + scaling.channels());
    }
  }

  /** Size of every image. */
  public ImageShape shape() {
    return train.shape();
  }

  /** Number of classes. */
  public int classes() {
    return train.classes();
  }

  /** This task with the first images only: at most so many to train on and as many to test on. */
  public Dataset first(int images) {
    return new Dataset(name, train.first(images), test.first(images), scaling);
  }

  /** This task with every pixel repeated {@code factor} times in both directions. */
  public Dataset enlarged(int factor) {
    return new Dataset(name, train.enlarged(factor), test.enlarged(factor), scaling);
  }

  /** This task with pixels scaled to [0, 1] and not standardised. */
  public Dataset inUnitInterval() {
    return new Dataset(name, train, test, scaling.toUnitInterval());
  }

  /** Batches of the training images. */
  public Batches trainBatches() {
    return new Batches(train, scaling);
  }

  /** Batches of the test images. */
  public Batches testBatches() {
    return new Batches(test, scaling);
  }
}
