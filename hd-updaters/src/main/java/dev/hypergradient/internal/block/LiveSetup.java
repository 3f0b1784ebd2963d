package dev.hypergradient.internal.block;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.Setup;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What a configuration has that changes: its settings as they stand, and the block whose learning
 * rate it shows. That is the last that trained with it, since networks come and go and may share a
 * configuration. Thread-safe.
 */
public final class LiveSetup implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile Setup setup;

  private transient volatile WeakReference<Block> shown = new WeakReference<>(null);

  /** Blocks that were given another learning rate since they last stepped. */
  private final transient List<WeakReference<Block>> reset = new ArrayList<>();

  /**
   * Settings that no block shows itself in yet.
   *
   * @param setup the settings
   */
  public LiveSetup(Setup setup) {
    this.setup = setup;
  }

  private Object readResolve() {
    return new LiveSetup(setup);
  }

  /** The settings as they stand. */
  public Setup setup() {
    return setup;
  }

  /**
   * Changes the settings, for updaters that are built from now on.
   *
   * @param changed equal but for what is not compared
   */
  public void change(Setup changed) {
    setup = changed;
  }

  /** Shows a block's learning rate from now on. */
  void show(WeakReference<Block> other) {
    shown = other;
  }

  /**
   * The rate that the block which shows itself moves parameters with; before there is one, or after
   * it is gone, that of the settings.
   *
   * @param iteration DL4J's iteration
   * @param epoch DL4J's epoch
   */
  public double learningRate(int iteration, int epoch) {
    Block block = shown.get();
    Setup its = block == null ? setup : block.setup();
    double learned =
        block == null
            ? its.initialValue(Hyperparameter.LEARNING_RATE)
            : block.learned().learningRate();
    return its.rate(its.stepSize(iteration, epoch), learned);
  }

  /** Remembers a block that was given another learning rate. */
  synchronized void remember(WeakReference<Block> block) {
    reset.removeIf(reference -> reference.get() == null || !reference.get().isReset());
    reset.add(block);
  }

  /**
   * Lets the state arrays of all networks hold the learning rates that were set. DL4J overwrites
   * the array right after a rate was set, and tells nobody; but before it saves or copies the
   * array, it asks for the configuration.
   */
  public synchronized void writeRates() {
    for (WeakReference<Block> reference : reset) {
      Block block = reference.get();
      if (block != null) {
        block.writeRate();
      }
    }
  }
}
