package dev.hypergradient.examples.files;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The CRC-32C of a text in UTF-8, as eight hexadecimal digits at its end. Up to three flipped bits
 * are always seen in texts of less than 2³¹ bits, any other damage but for one in 2³².
 */
public final class TextChecksum {
  private static final int DIGITS = 8;

  private TextChecksum() {}

  /** The text and its checksum. */
  public static String append(String text) {
    return text + of(text);
  }

  /**
   * The text without the checksum at its end.
   *
   * @throws IllegalArgumentException if the text was changed since, or never had a checksum
   */
  public static String remove(String checked) {
    int end = Math.max(0, checked.length() - DIGITS);
    String text = checked.substring(0, end);
    String found = checked.substring(end);
    if (!found.equals(of(text))) {
      throw new IllegalArgumentException(
          "must end with the checksum " + of(text) + ", got " + found);
    }
    return text;
  }

  private static String of(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
