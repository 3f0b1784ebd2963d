package dev.hypergradient;

import org.bytedeco.javacpp.Pointer;

/**
 * The memory of this process after garbage collection.
 *
 * @param heap bytes of live objects
 * @param offHeap bytes that the process holds in physical memory besides the heap
 */
record UsedMemory(long heap, long offHeap) {

  private static final int LEAST_COLLECTIONS = 10;
  private static final int MOST_COLLECTIONS = 200;
  private static final long SETTLED = 10_000;

  /**
   * Collects until the heap no longer shrinks: ND4J frees the arrays that have been collected in
   * threads of its own, which may be thousands of arrays behind.
   */
  static UsedMemory now() throws InterruptedException {
    UsedMemory used = afterCollection();
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      UsedMemory before = used;
      used = afterCollection();
      if (i >= LEAST_COLLECTIONS && used.heap > before.heap - SETTLED) {
        break;
      }
    }
    return used;
  }

  private static UsedMemory afterCollection() throws InterruptedException {
    System.gc();
    Thread.sleep(50);
    Runtime runtime = Runtime.getRuntime();
    long committed = runtime.totalMemory();
    return new UsedMemory(committed - runtime.freeMemory(), Pointer.physicalBytes() - committed);
  }

  UsedMemory minus(UsedMemory before) {
    return new UsedMemory(heap - before.heap, offHeap - before.offHeap);
  }
}
