package dev.hypergradient.benchmark;

import java.util.Locale;
import java.util.Map;

/** What ND4J's OpenMP threads do while they wait: the environment variable of this name. */
enum WaitPolicy {
  /** They sleep. */
  PASSIVE,
  /** The variable is not set: they spin for a while. */
  DEFAULT;

  private static final String VARIABLE = "OMP_WAIT_POLICY";

  void setIn(Map<String, String> environment) {
    switch (this) {
      case PASSIVE -> environment.put(VARIABLE, toString());
      case DEFAULT -> environment.remove(VARIABLE);
    }
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
