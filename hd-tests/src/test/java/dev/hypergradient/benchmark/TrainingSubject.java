package dev.hypergradient.benchmark;

/** What takes turns in {@link TrainingBenchmark}. */
enum TrainingSubject {
  DL4J,
  HD
}
