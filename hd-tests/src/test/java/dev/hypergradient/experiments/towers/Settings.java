package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.TowersExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tasks that train quickly. */
final class Settings {
  private Settings() {}

  /** Five steps on the digits. */
  static TowerSetting fiveSteps() throws IOException {
    DataDirectories none = new DataDirectories(Optional.empty(), Path.of("unused"));
    return new TowerSetting(
        TowersExample.network(InitialWeights.random()),
        DatasetName.DIGITS.load(none),
        1,
        300,
        1,
        AuthorsResults.none());
  }
}
