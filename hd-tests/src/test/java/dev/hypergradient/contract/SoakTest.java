package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.fixtures.Soak;
import dev.hypergradient.fixtures.UsedMemory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training leaves no memory behind, on the heap or off it. {@code -Dhd.soak.networks=3000} soaks
 * for so many networks instead of two rounds, and {@code -Dhd.soak.steps=100} trains each for
 * longer.
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
   * some 65 MB off the heap, as with DL4J's own Adam. One round of networks that stay takes at
   * least 7 MB and 170 MB.
   */
  private static final UsedMemory BOUND = new UsedMemory(4L << 20, 96L << 20);

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrow() throws InterruptedException, ExecutionException {
    int networks = Integer.getInteger("hd.soak.networks", 0);
    try (Soak soak = new Soak(folder, network -> {})) {
      UsedMemory before = usedAfterRounds(soak, networks / 3);
      UsedMemory growth = usedAfterRounds(soak, networks).minus(before);
      System.out.printf(
          "%d networks, %d steps: in the last two thirds %,d bytes more on the heap, %,d off it%n",
          soak.networks(), soak.steps(), growth.heap(), growth.offHeap());
      assertThat(growth.heap())
          .as("heap after %d networks", soak.networks())
          .isLessThan(BOUND.heap());
      assertThat(growth.offHeap())
          .as("off-heap memory after %d networks", soak.networks())
          .isLessThan(BOUND.offHeap());
    }
  }

  /** At least one round. */
  private static UsedMemory usedAfterRounds(Soak soak, int networks)
      throws InterruptedException, ExecutionException {
    UsedMemory used;
    do {
      soak.run(ROUND);
      used = UsedMemory.now();
    } while (soak.networks() < networks);
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
