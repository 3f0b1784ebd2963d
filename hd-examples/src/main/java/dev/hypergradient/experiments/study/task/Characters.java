package dev.hypergradient.experiments.study.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The text of this project's licence, in pieces, as one-hot characters; labels are the next. */
final class Characters {
  /** Characters of a piece. */
  static final int LENGTH = 60;

  private static final int STRIDE = 20;
  private static final int TEST_EVERY = 8;

  private final String text;
  private final int[] alphabet;

  private Characters(String text) {
    this.text = text;
    alphabet = text.chars().distinct().sorted().toArray();
  }

  /** The text of the licence, in lower case. */
  static Characters ofLicence() {
    try (InputStream in = Characters.class.getResourceAsStream("LICENSE")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Characters(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of different characters. */
  int alphabet() {
    return alphabet.length;
  }

  /** Overlapping pieces of the first seven eighths of the text. */
  Examples train() {
    return pieces(0, text.length() / TEST_EVERY * (TEST_EVERY - 1));
  }

  /** Pieces of the last eighth. */
  Examples test() {
    return pieces(text.length() / TEST_EVERY * (TEST_EVERY - 1), text.length());
  }

  private Examples pieces(int from, int to) {
    int count = (to - from - LENGTH - 1) / STRIDE;
    int size = alphabet.length * LENGTH;
    float[] inputs = new float[count * size];
    float[] labels = new float[count * size];
    for (int i = 0; i < count; i++) {
      for (int t = 0; t < LENGTH; t++) {
        int place = from + i * STRIDE + t;
        inputs[i * size + character(place) * LENGTH + t] = 1;
        labels[i * size + character(place + 1) * LENGTH + t] = 1;
      }
    }
    return Examples.of(
        new Rows(inputs, alphabet.length, LENGTH), new Rows(labels, alphabet.length, LENGTH));
  }

  private int character(int place) {
    return Arrays.binarySearch(alphabet, text.charAt(place));
  }
}
