package dev.hypergradient.examples.data;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file is not what it should be: foreign, truncated, over-long or of wrong values. */
public final class MalformedFileException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  MalformedFileException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
