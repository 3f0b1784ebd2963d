package dev.hypergradient.internal.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A loop whose rounds are shared between the calling thread and the common pool.
 *
 * <p>The caller starts at once and never waits for a thread that has not begun: whoever comes takes
 * the next round, until there is none. So threads that are late, because ND4J's still hold the
 * processors, say, cost nothing.
 */
final class ParallelLoop implements Runnable {

  /** What is done in a round. */
  interface Body {
    /**
     * One round.
     *
     * @param worker the number of the thread in this loop, from 0; the same thread has the same
     *     number
     * @param round the number of the round, from 0
     */
    void run(int worker, int round);
  }

  /** Spinning for about this many turns bridges the end of another thread's round. */
  private static final int SPINS = 1 << 12;

  /** After that, another thread must have lost its processor. */
  private static final long PAUSE_NANOS = 20_000;

  private final int rounds;
  private final Body body;
  private final AtomicInteger nextWorker = new AtomicInteger();
  private final AtomicInteger nextRound = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private volatile Throwable failure;

  private ParallelLoop(int rounds, Body body) {
    this.rounds = rounds;
    this.body = body;
  }

  /** The maximum number of threads that can share a loop. */
  static int workers() {
    return Math.min(
        Runtime.getRuntime().availableProcessors(), ForkJoinPool.getCommonPoolParallelism() + 1);
  }

  /** Runs all rounds, in any order, and returns when they are finished. */
  static void run(int rounds, int workers, Body body) {
    ParallelLoop loop = new ParallelLoop(rounds, body);
    for (int i = 1; i < Math.min(workers, rounds); i++) {
      ForkJoinPool.commonPool().execute(loop);
    }
    loop.run();
    loop.await();
  }

  @Override
  public void run() {
    int worker = nextWorker.getAndIncrement();
    for (int round; (round = nextRound.getAndIncrement()) < rounds; ) {
      try {
        body.run(worker, round);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      finished.incrementAndGet();
    }
  }

  private void await() {
    for (int spins = 0; finished.get() < rounds; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    if (failure != null) {
      throw new IllegalStateException("a pass over the parameters failed", failure);
    }
  }
}
