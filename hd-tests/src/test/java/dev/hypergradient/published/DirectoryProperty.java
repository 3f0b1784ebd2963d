package dev.hypergradient.published;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Directories that system properties name. */
public final class DirectoryProperty {
  private DirectoryProperty() {}

  /**
   * The directory that a system property names, or the end of the test, as skipped, if it names
   * none. A relative path counts from the root of the build, although tests run in a module of it.
   */
  public static Path require(String property) {
    String value = System.getProperty(property, "");
    if (value.isEmpty()) {
      return abort("needs the system property " + property + ": the path of a directory");
    }
    return Stream.of(Path.of(value), Path.of("..").resolve(value))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(
            () -> abort("system property " + property + " must name a directory, got " + value));
  }
}
