package dev.hypergradient.examples.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where data sets lie on this machine.
 *
 * @param given the user's directory, holding the files of one data set or a directory {@code NAME}
 *     for each; may be missing
 * @param cache a directory {@code NAME} for each downloaded data set
 */
public record DataDirectories(Optional<Path> given, Path cache) {
  /** The user's directory and the user's cache, {@code hypergradient} in {@code XDG_CACHE_HOME}. */
  public static DataDirectories of(Optional<Path> given) {
    String caches = System.getenv("XDG_CACHE_HOME");
    Path parent =
        caches == null || caches.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(caches);
    return new DataDirectories(given, parent.resolve("hypergradient"));
  }

  /** Where downloads of a data set go. */
  Path cacheOf(String dataset) {
    return cache.resolve(dataset);
  }

  /** Existing directories that may hold a data set, the first to be preferred. */
  List<Path> candidates(String dataset) {
    List<Path> candidates = new ArrayList<>();
    given.ifPresent(directory -> candidates.addAll(List.of(directory, directory.resolve(dataset))));
    candidates.add(cacheOf(dataset));
    return candidates.stream().filter(Files::isDirectory).toList();
  }
}
