package dev.hypergradient.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What an updater keeps and allocates.
 *
 * @param parameters of the block
 * @param stateFloats floats of updater state per parameter
 * @param heapBytes allocated on the heap in a step, by all threads
 * @param residentBytes by which the process grows in a step: arrays off the heap are among them
 */
record MemoryCost(
    UpdaterPair updaters,
    int parameters,
    double stateFloats,
    double heapBytes,
    double residentBytes) {
  private static final int WARM_UP_STEPS = 20;
  private static final int STEPS = 20;

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  static MemoryCost measure(UpdaterPair updaters, int parameters) {
    Gradient gradient = new Gradient(parameters);
    Block block = new Block(updaters.hd(), parameters);
    Runnable step = () -> block.step(gradient);
    heapBytes(WARM_UP_STEPS, step);
    heapBytes(WARM_UP_STEPS, gradient::refresh);
    return new MemoryCost(
        updaters,
        parameters,
        (double) updaters.hd().stateSize(parameters) / parameters,
        heapBytes(STEPS, step) - heapBytes(STEPS, gradient::refresh),
        residentBytes(step));
  }

  /** Bytes an operation. */
  private static double heapBytes(int operations, Runnable operation) {
    long before = allocatedSoFar();
    for (int i = 0; i < operations; i++) {
      operation.run();
    }
    return (allocatedSoFar() - before) / (double) operations;
  }

  private static long allocatedSoFar() {
    return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).sum();
  }

  /** The median, since garbage collections free the memory of off-heap arrays now and then. */
  private static double residentBytes(Runnable operation) {
    double[] growth = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      long before = Pointer.physicalBytes();
      operation.run();
      growth[i] = Pointer.physicalBytes() - before;
    }
    return new ListStatistics(growth).getPercentile(50);
  }
}
