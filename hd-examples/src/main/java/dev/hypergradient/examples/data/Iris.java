package dev.hypergradient.examples.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The irises that come with DL4J: 50 flowers of each of three species, each as an image of one
 * pixel and four channels, lengths in millimetres.
 *
 * <p>Every fifth flower of each species is a test image: 120 to train on and 30 to test on.
 */
final class Iris {
  private static final ImageShape SHAPE = new ImageShape(4, 1, 1);
  private static final int SPECIES = 3;
  private static final int TEST_EVERY = 5;

  /** The file has centimetres. */
  private static final double MILLIMETRE = 0.1;

  private static final int MILLIMETRES = 10;

  private Iris() {}

  static Dataset load() throws IOException {
    LabelledRows train = new LabelledRows(SHAPE, SPECIES, MILLIMETRE);
    LabelledRows test = new LabelledRows(SHAPE, SPECIES, MILLIMETRE);
    try (InputStream in = Iris.class.getResourceAsStream("/iris.dat");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      // The species come one after the other, each with a multiple of five flowers.
      for (CSVRecord row : CSVFormat.DEFAULT.parse(reader)) {
        (row.getRecordNumber() % TEST_EVERY == 0 ? test : train).add(row);
      }
    }
    Images images = train.images();
    return new Dataset("iris", images, test.images(), PixelScaling.measuredOn(images, MILLIMETRES));
  }
}
