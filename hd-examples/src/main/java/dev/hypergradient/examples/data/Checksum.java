package dev.hypergradient.examples.data;

import dev.hypergradient.examples.files.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The MD5 checksum of a file, in lower-case hexadecimal digits.
 *
 * @param unpacked whether it is that of the bytes inside a gzip file, which survives packing anew
 */
record Checksum(String md5, boolean unpacked) {
  static Checksum ofFile(String md5) {
    return new Checksum(md5, false);
  }

  static Checksum ofUnpacked(String md5) {
    return new Checksum(md5, true);
  }

  /** The MD5 checksum of what is in a file, which is packed if its name ends with {@code .gz}. */
  static String md5OfContent(Path file) throws IOException {
    try (InputStream content = PackedFile.open(file)) {
      return md5(content);
    }
  }

  /**
   * Compares with a file.
   *
   * @throws IOException if the checksum differs or the file cannot be read
   */
  void verify(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream content = unpacked ? new GZIPInputStream(raw) : raw) {
      String found = md5(content);
      if (!found.equals(md5)) {
        throw new IOException("its md5 must be " + md5 + ", got " + found);
      }
    }
  }

  private static String md5(InputStream content) throws IOException {
    DigestInputStream digested = new DigestInputStream(content, md5Digest());
    digested.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digested.getMessageDigest().digest());
  }

  private static MessageDigest md5Digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
