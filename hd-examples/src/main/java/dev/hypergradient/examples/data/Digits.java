package dev.hypergradient.examples.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The embedded UCI digits: 1,797 grey images of 8×8 pixels from 0 to 16.
 *
 * <p>Every fifth image of each digit is a test image: 1,442 to train on and 355 to test on, all ten
 * digits and all writers in both parts.
 */
final class Digits {
  private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
  private static final int MAXIMUM = 16;
  private static final int TEST_EVERY = 5;

  private Digits() {}

  static Dataset load() throws IOException {
    LabelledRows train = new LabelledRows(SHAPE, Images.CLASSES, 1);
    LabelledRows test = new LabelledRows(SHAPE, Images.CLASSES, 1);
    try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
      int[] seen = new int[Images.CLASSES];
      for (CSVRecord row : CSVFormat.DEFAULT.parse(reader)) {
        int digit = Integer.parseInt(row.get(SHAPE.size()));
        seen[digit]++;
        (seen[digit] % TEST_EVERY == 0 ? test : train).add(row);
      }
    }
    Images trainImages = train.images();
    return new Dataset(
        "digits", trainImages, test.images(), PixelScaling.measuredOn(trainImages, MAXIMUM));
  }
}
