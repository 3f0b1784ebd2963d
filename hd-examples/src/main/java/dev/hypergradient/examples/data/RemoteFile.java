package dev.hypergradient.examples.data;

import java.net.URI;
import java.util.List;

/**
 * A file to download.
 *
 * @param name file name in the cache
 * @param checksum what its bytes must be
 * @param addresses where it may be had, the best first
 */
record RemoteFile(String name, Checksum checksum, List<URI> addresses) {
  RemoteFile {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(name + " needs at least 1 address, got none");
    }
  }

  /** The file {@code name} of several directories, whose addresses end with a slash. */
  static RemoteFile of(String name, Checksum checksum, List<String> directories) {
    return new RemoteFile(
        name, checksum, directories.stream().map(address -> URI.create(address + name)).toList());
  }
}
