package dev.hypergradient.examples.data;

import java.util.Arrays;

/**
 * How a pixel becomes an input: {@code (pixel / maximum − mean[c]) / deviation[c]}, c its channel.
 *
 * <p>Mean and standard deviation are those of pixels scaled to [0, 1].
 */
public final class PixelScaling {
  private final int maximum;
  private final float[][] inputs;

  /**
   * Standardises with the given constants.
   *
   * @param maximum the pixel value that is scaled to 1; 1 to 255
   * @param mean one mean per channel
   * @param deviation one positive standard deviation per channel
   */
  public PixelScaling(int maximum, double[] mean, double[] deviation) {
    if (maximum < 1 || maximum > 255) {
      throw new IllegalArgumentException("maximum must be 1 to 255, got " + maximum);
    }
    if (mean.length != deviation.length) {
      throw new IllegalArgumentException(
          "each channel needs a mean and a deviation, got "
              + mean.length
              + " and "
              + deviation.length);
    }
    this.maximum = maximum;
    inputs = new float[mean.length][256];
    for (int channel = 0; channel < mean.length; channel++) {
      if (!(deviation[channel] > 0)) {
        throw new IllegalArgumentException("deviation must be positive, got " + deviation[channel]);
      }
      for (int pixel = 0; pixel < 256; pixel++) {
        inputs[channel][pixel] =
            (float) (((double) pixel / maximum - mean[channel]) / deviation[channel]);
      }
    }
  }

  /** Scales to [0, 1] without standardising. */
  PixelScaling toUnitInterval() {
    double[] deviation = new double[channels()];
    Arrays.fill(deviation, 1);
    return new PixelScaling(maximum, new double[channels()], deviation);
  }

  /** Standardises images by the mean and standard deviation of each of their own channels. */
  static PixelScaling measuredOn(Images images, int maximum) {
    ImageShape shape = images.shape();
    double[] mean = new double[shape.channels()];
    double[] deviation = new double[shape.channels()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      double sum = 0;
      double squares = 0;
      for (int image = 0; image < images.count(); image++) {
        for (int i = 0; i < shape.planeSize(); i++) {
          double value = (double) images.pixel(image, channel * shape.planeSize() + i) / maximum;
          sum += value;
          squares += value * value;
        }
      }
      long total = (long) images.count() * shape.planeSize();
      mean[channel] = sum / total;
      deviation[channel] = Math.sqrt(squares / total - mean[channel] * mean[channel]);
    }
    return new PixelScaling(maximum, mean, deviation);
  }

  /** Number of channels that constants exist for. */
  public int channels() {
    return inputs.length;
  }

  float input(int channel, int pixel) {
    return inputs[channel][pixel];
  }
}
