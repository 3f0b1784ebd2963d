package dev.hypergradient.examples.data;

import java.io.ByteArrayOutputStream;
import org.apache.commons.csv.CSVRecord;

/** Images read so far from lines of text: the pixels, and then the class. */
final class LabelledRows {
  private final ImageShape shape;
  private final int classes;
  private final double unit;
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

  /**
   * Starts without images.
   *
   * @param unit the value in the text that is one unit of a pixel
   */
  LabelledRows(ImageShape shape, int classes, double unit) {
    this.shape = shape;
    this.classes = classes;
    this.unit = unit;
  }

  void add(CSVRecord row) {
    for (int i = 0; i < shape.size(); i++) {
      pixels.write(Math.toIntExact(Math.round(Double.parseDouble(row.get(i)) / unit)));
    }
    labels.write(Integer.parseInt(row.get(shape.size())));
  }

  Images images() {
    return new Images(shape, pixels.toByteArray(), labels.toByteArray(), classes);
  }
}
