package dev.hypergradient;

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
final class BlockConfigurations {

  /** More variables than any network has; calls that are never claimed must not pile up. */
  private static final int MOST_NOTES = 1 << 14;

  private static final ThreadLocal<Deque<Note>> NOTES = ThreadLocal.withInitial(ArrayDeque::new);

  private BlockConfigurations() {}

  /** Notes that a variable's state size was asked for. */
  static void note(HypergradientUpdater configuration, long stateSize) {
    Deque<Note> notes = NOTES.get();
    notes.addLast(new Note(configuration, stateSize));
    if (notes.size() > MOST_NOTES) {
      notes.removeFirst();
    }
  }

  /**
   * Returns the configurations of the block that begins with the given one and whose state has the
   * given size: the latest run of equal configurations that fits; only the given one if none does.
   */
  @SuppressWarnings("ReferenceEquality") // equal configurations belong to other layers
  static List<HypergradientUpdater> claim(HypergradientUpdater first, long stateSize) {
    List<Note> latestFirst = new ArrayList<>();
    Iterator<Note> backwards = NOTES.get().descendingIterator();
    while (backwards.hasNext()) {
      Note note = backwards.next();
      latestFirst.add(note);
      if (note.configuration.get() == first) {
        List<HypergradientUpdater> run = run(latestFirst, first, stateSize);
        if (!run.isEmpty()) {
          return run;
        }
      }
    }
    return List.of(first);
  }

  private static List<HypergradientUpdater> run(
      List<Note> latestFirst, HypergradientUpdater first, long stateSize) {
    List<HypergradientUpdater> run = new ArrayList<>();
    long left = stateSize;
    for (int i = latestFirst.size() - 1; i >= 0 && left > 0; i--) {
      HypergradientUpdater next = latestFirst.get(i).configuration.get();
      if (!first.equals(next)) {
        break;
      }
      run.add(next);
      left -= latestFirst.get(i).stateSize;
    }
    return left == 0 ? run : List.of();
  }

  private static final class Note {
    final WeakReference<HypergradientUpdater> configuration;
    final long stateSize;

    Note(HypergradientUpdater configuration, long stateSize) {
      this.configuration = new WeakReference<>(configuration);
      this.stateSize = stateSize;
    }
  }
}
