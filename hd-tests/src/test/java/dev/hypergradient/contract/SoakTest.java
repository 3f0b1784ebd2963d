package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.fixtures.Soak;
import dev.hypergradient.fixtures.UsedMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training leaves no memory behind, on the heap or off it. {@code -Dhd.soak.minutes=60} soaks for
 * an hour instead of some seconds.
 */
@Tag("slow")
class SoakTest {

  /**
   * Networks between two garbage collections. They must not be many: the C library keeps much of
   * the memory that all uncollected arrays took together.
   */
  private static final int ROUND = 60;

  /** A leak must have been noticed by then. */
  private static final int MAX_ROUNDS = 8;

  /**
   * What caches, compiled code and the fragments of freed arrays may add, however long it takes:
   * some 65 MB off the heap, as with DL4J's own Adam, and on it 1.2 MB a thread for the notes on
   * blocks that await their updater. One round of networks that stay takes at least 7 MB and 170
   * MB.
   */
  private static final UsedMemory BOUND = new UsedMemory(4L << 20, 96L << 20);

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrow() throws InterruptedException, ExecutionException {
    double minutes = Double.parseDouble(System.getProperty("hd.soak.minutes", "0"));
    Instant begin = Instant.now();
    Instant warm = begin.plus(Duration.ofMillis(Math.round(20_000 * minutes)));
    Instant end = begin.plus(Duration.ofMillis(Math.round(60_000 * minutes)));
    try (Soak soak = new Soak(folder, network -> {})) {
      UsedMemory before = usedAfterRounds(soak, warm);
      UsedMemory growth = usedAfterRounds(soak, end).minus(before);
      assertThat(growth.heap())
          .as("heap after %d networks", soak.networks())
          .isLessThan(BOUND.heap());
      assertThat(growth.offHeap())
          .as("off-heap memory after %d networks", soak.networks())
          .isLessThan(BOUND.offHeap());
    }
  }

  /** At least one round. */
  private static UsedMemory usedAfterRounds(Soak soak, Instant end)
      throws InterruptedException, ExecutionException {
    UsedMemory used;
    do {
      soak.run(ROUND);
      used = UsedMemory.now();
    } while (Instant.now().isBefore(end));
    return used;
  }

  /**
   * The bounds detect a leak. It takes some rounds: what leaks first is put where other tests have
   * freed memory that the C library still holds.
   */
  @Test
  void aLeakWouldBeNoticed() throws InterruptedException, ExecutionException {
    Collection<MultiLayerNetwork> leaked = new ConcurrentLinkedQueue<>();
    try (Soak soak = new Soak(folder, leaked::add)) {
      soak.run(1);
      UsedMemory before = UsedMemory.now();
      UsedMemory growth;
      do {
        soak.run(2 * ROUND);
        growth = UsedMemory.now().minus(before);
      } while (growth.offHeap() <= BOUND.offHeap() && leaked.size() < MAX_ROUNDS * ROUND);
      assertThat(leaked).hasSizeGreaterThan(2 * ROUND);
      assertThat(growth.heap()).isGreaterThan(BOUND.heap());
      assertThat(growth.offHeap()).isGreaterThan(BOUND.offHeap());
    }
  }
}
