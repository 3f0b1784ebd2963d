package dev.hypergradient.internal.block;

import dev.hypergradient.internal.setup.Setup;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Finds out which configurations belong to a block, and which network a learning rate was set for.
 *
 * <p>DL4J says neither, and shares configurations between networks. But it builds the updater of a
 * network in one thread and without a pause: it asks each variable's configuration for its state
 * size, and then instantiates the first configuration of each block. So these calls are noted, and
 * claimed when the block is instantiated. And when {@code network.setLearningRate(..)} has set the
 * rate in the configurations of a network's layers, it goes on at once to build the updater of that
 * network anew: the next that is built from them is the one which was meant.
 *
 * <p>Each thread has its own. They are kept here and not in a thread-local variable, which would
 * keep this class and its loader alive as long as the thread.
 */
public final class BlockConfigurations {

  /** More variables than any network has; calls that are never claimed must not pile up. */
  private static final int MAX_NOTES = 1 << 14;

  private static final Map<Thread, BlockConfigurations> OF_THREADS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The latest calls. */
  private final Deque<Note> notes = new ArrayDeque<>();

  /** The latest rates that were set, and not yet built with. */
  private final Deque<Reset> resets = new ArrayDeque<>();

  /** Whether the calls belong to an updater that is complete but for its last blocks. */
  private boolean instantiating;

  private BlockConfigurations() {}

  /** Those of the calling thread. */
  public static BlockConfigurations ofThisThread() {
    return OF_THREADS.computeIfAbsent(Thread.currentThread(), thread -> new BlockConfigurations());
  }

  /**
   * Notes that a configuration was given another learning rate or schedule.
   *
   * @param configuration the configuration, changed already
   * @param rate the learning rate to continue from; NaN to keep the learned one
   */
  public void reset(LiveSetup configuration, double rate) {
    beginAfterInstantiation();
    resets.addLast(new Reset(configuration, rate));
    limit(resets);
  }

  /**
   * Notes that a variable's configuration was asked for the size of its state.
   *
   * @param configuration the configuration
   * @param parameters the number of the variable's parameters
   */
  public long stateSize(LiveSetup configuration, long parameters) {
    beginAfterInstantiation();
    long size = BlockState.size(configuration.setup(), parameters);
    notes.addLast(new Note(configuration, size));
    limit(notes);
    return size;
  }

  private void beginAfterInstantiation() {
    if (instantiating) {
      instantiating = false;
      notes.clear();
      resets.clear();
    }
  }

  private static void limit(Deque<?> calls) {
    if (calls.size() > MAX_NOTES) {
      calls.removeFirst();
    }
  }

  /**
   * The learning rate that was set for the network whose updater is being built. Layers that DL4J
   * passes over when it sets a rate, such as wrapped ones, get the same if their settings are
   * equal.
   *
   * @param first the first configuration of a block
   * @return the rate to continue from; NaN if none was set
   */
  public double claimRate(LiveSetup first) {
    instantiating = true;
    Setup setup = first.setup();
    for (Iterator<Reset> latestFirst = resets.descendingIterator(); latestFirst.hasNext(); ) {
      Reset reset = latestFirst.next();
      LiveSetup configuration = reset.configuration.get();
      if (configuration != null && setup.equals(configuration.setup()) && has(configuration)) {
        notes.stream()
            .map(note -> note.configuration.get())
            .filter(other -> other != null && setup.equals(other.setup()))
            .forEach(other -> other.change(configuration.setup()));
        return reset.rate;
      }
    }
    return Double.NaN;
  }

  @SuppressWarnings("ReferenceEquality") // equal configurations belong to other networks
  private boolean has(LiveSetup configuration) {
    return notes.stream().anyMatch(note -> note.configuration.get() == configuration);
  }

  /**
   * Finds the configurations of a block: the latest run of equal configurations that begins with
   * the given one and whose state has the given size; only the first if no run fits.
   *
   * @param first the block's first configuration
   * @param stateSize the number of elements of the block's state
   */
  @SuppressWarnings("ReferenceEquality") // equal configurations belong to other layers
  public List<LiveSetup> claim(LiveSetup first, long stateSize) {
    instantiating = true;
    List<Note> latestFirst = new ArrayList<>();
    Iterator<Note> backwards = notes.descendingIterator();
    while (backwards.hasNext()) {
      Note note = backwards.next();
      latestFirst.add(note);
      if (note.configuration.get() == first) {
        List<LiveSetup> run = run(latestFirst, first.setup(), stateSize);
        if (!run.isEmpty()) {
          return run;
        }
      }
    }
    return List.of(first);
  }

  private static List<LiveSetup> run(List<Note> latestFirst, Setup setup, long stateSize) {
    List<LiveSetup> run = new ArrayList<>();
    long left = stateSize;
    for (int i = latestFirst.size() - 1; i >= 0 && left > 0; i--) {
      Note note = latestFirst.get(i);
      LiveSetup configuration = note.configuration.get();
      if (configuration == null || !setup.equals(configuration.setup())) {
        break;
      }
      run.add(configuration);
      left -= note.stateSize;
    }
    return left == 0 ? run : List.of();
  }

  private static final class Note {
    final WeakReference<LiveSetup> configuration;
    final long stateSize;

    Note(LiveSetup configuration, long stateSize) {
      this.configuration = new WeakReference<>(configuration);
      this.stateSize = stateSize;
    }
  }

  private static final class Reset {
    final WeakReference<LiveSetup> configuration;
    final double rate;

    Reset(LiveSetup configuration, double rate) {
      this.configuration = new WeakReference<>(configuration);
      this.rate = rate;
    }
  }
}
