package dev.hypergradient.experiments.published;

/** What the authors' files call the updaters of the command line. */
final class PublishedNames {
  private PublishedNames() {}

  static String of(String updater) {
    return updater.replace("nesterovs", "sgdn").replace('-', '_');
  }
}
