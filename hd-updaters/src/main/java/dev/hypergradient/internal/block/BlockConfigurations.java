package dev.hypergradient.internal.block;

import dev.hypergradient.internal.setup.Setup;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the configurations that make up a block, so that all of them can show its learning rate.
 *
 * <p>DL4J instantiates only the first configuration of a block; those of the other variables would
 * show their initial learning rate for ever. But just before, and in the same thread, it asks each
 * variable's configuration for its state size: these calls are noted, and claimed when the block is
 * instantiated.
 */
public final class BlockConfigurations {

  /** More variables than any network has; calls that are never claimed must not pile up. */
  private static final int MAX_NOTES = 1 << 14;

  private static final ThreadLocal<Deque<Note>> NOTES = ThreadLocal.withInitial(ArrayDeque::new);

  private BlockConfigurations() {}

  /**
   * Notes that a variable's configuration was asked for the size of its state.
   *
   * @param setup the settings of the configuration
   * @param live where it shows a learning rate
   * @param parameters the number of the variable's parameters
   */
  public static long stateSize(Setup setup, LiveRate live, long parameters) {
    long size = BlockState.size(setup, parameters);
    Deque<Note> notes = NOTES.get();
    notes.addLast(new Note(setup, live, size));
    if (notes.size() > MAX_NOTES) {
      notes.removeFirst();
    }
    return size;
  }

  /**
   * Finds the configurations of a block: the latest run of equal configurations that begins with
   * the given one and whose state has the given size; only the first if no run fits.
   *
   * @param setup the settings of the block's first configuration
   * @param first where that shows a learning rate
   * @param stateSize the number of elements of the block's state
   */
  @SuppressWarnings("ReferenceEquality") // equal configurations belong to other layers
  public static List<LiveRate> claim(Setup setup, LiveRate first, long stateSize) {
    List<Note> latestFirst = new ArrayList<>();
    Iterator<Note> backwards = NOTES.get().descendingIterator();
    while (backwards.hasNext()) {
      Note note = backwards.next();
      latestFirst.add(note);
      if (note.live.get() == first) {
        List<LiveRate> run = run(latestFirst, setup, stateSize);
        if (!run.isEmpty()) {
          return run;
        }
      }
    }
    return List.of(first);
  }

  private static List<LiveRate> run(List<Note> latestFirst, Setup setup, long stateSize) {
    List<LiveRate> run = new ArrayList<>();
    long left = stateSize;
    for (int i = latestFirst.size() - 1; i >= 0 && left > 0; i--) {
      Note note = latestFirst.get(i);
      LiveRate live = note.live.get();
      if (live == null || !setup.equals(note.setup.get())) {
        break;
      }
      run.add(live);
      left -= note.stateSize;
    }
    return left == 0 ? run : List.of();
  }

  private static final class Note {
    final WeakReference<Setup> setup;
    final WeakReference<LiveRate> live;
    final long stateSize;

    Note(Setup setup, LiveRate live, long stateSize) {
      this.setup = new WeakReference<>(setup);
      this.live = new WeakReference<>(live);
      this.stateSize = stateSize;
    }
  }
}
