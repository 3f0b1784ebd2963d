package dev.hypergradient.experiments.study;

/** A method that is compared with the best constant rate of each setting. */
enum Entrant {
  /** The rule that needs no number. */
  PARAMETER_FREE("parameter-free"),
  /** The papers' additive rule with the papers' α₀ and β. */
  ADDITIVE("additive"),
  /** The constant rate of the family with the smallest median regret over all settings. */
  ONE_RATE("one rate"),
  /** AMSGrad at its best rate in each setting; compared with Adam. */
  AMSGRAD("AMSGrad"),
  /** AdaDelta; compared with Adam. */
  ADADELTA("AdaDelta");

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
