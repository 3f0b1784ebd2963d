package dev.hypergradient.examples.towers;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.model.TanhMlp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tasks that take a moment. */
final class Settings {
  private Settings() {}

  /** Five steps on the digits. */
  static TowerSetting fiveSteps(double secondMoment) throws IOException {
    DataDirectories none = new DataDirectories(Optional.empty(), Path.of("unused"));
    return new TowerSetting(
        TanhMlp.random(),
        DatasetName.DIGITS.load(none),
        1,
        300,
        1,
        secondMoment,
        AuthorsResults.none());
  }
}
