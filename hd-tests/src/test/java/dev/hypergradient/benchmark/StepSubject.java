package dev.hypergradient.benchmark;

/** What takes turns in {@link StepBenchmark}. */
enum StepSubject {
  /** The refresh of the gradient alone, whose time is subtracted from that of the steps. */
  REFRESH,
  DL4J,
  HD,
  COPY_ND4J,
  COPY_BUFFER,
  COPY_BUFFER_PARALLEL,
  COPY_HEAP
}
