package dev.hypergradient.examples.files;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file is not what it should be: foreign, damaged, truncated, over-long or of wrong values. */
public final class MalformedFileException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** A file and what is wrong with it. */
  public MalformedFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /** A file and what is wrong with one of its lines, which are counted from 1. */
  public MalformedFileException(Path file, long line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
