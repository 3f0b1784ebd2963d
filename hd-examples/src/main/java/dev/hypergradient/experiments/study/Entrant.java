package dev.hypergradient.experiments.study;

/** A method that is compared with the best constant rate of each setting. */
enum Entrant {
  /** The rule that needs no number. */
  PARAMETER_FREE("parameter-free"),
  /** The best of nine rates that decay to zero. */
  COSINE("best cosine"),
  /** The best of nine constant rates, evaluated at the average of the parameters. */
  AVERAGED("best average"),
  /** The constant rate of the family with the smallest median regret over all settings. */
  ONE_RATE("one rate"),
  /** DL4J's updater of the family as it comes. */
  DEFAULT("DL4J's default"),
  /** The papers' additive rule with the papers' α₀ and β. */
  ADDITIVE("additive");

  private final String title;

  Entrant(String title) {
    this.title = title;
  }

  /** The name in tables. */
  @Override
  public String toString() {
    return title;
  }
}
