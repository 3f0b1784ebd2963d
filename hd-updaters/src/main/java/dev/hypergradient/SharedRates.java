package dev.hypergradient;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataBuffer;

/**
 * Finds the {@link SharedRate} of a block.
 *
 * <p>DL4J tells an updater nothing of its network, but the state arrays of a network's blocks are
 * views of one buffer, which no other network has. Rates are looked up by that buffer's identity
 * and the configuration. All references are weak: the rate lives as long as one of its blocks.
 */
final class SharedRates {

  private static final Map<Key, WeakReference<SharedRate>> RATES = new HashMap<>();
  private static final ReferenceQueue<DataBuffer> GONE = new ReferenceQueue<>();

  private SharedRates() {}

  /** Makes a block a member of its scope's rate, and returns that rate. */
  static SharedRate join(BlockUpdater block) {
    HypergradientUpdater config = block.getConfig();
    SharedRate rate =
        config.getLearningRateScope() == LearningRateScope.BLOCK
            ? new SharedRate(config.maxSkippedSteps())
            : find(block.state().root(), config);
    rate.join(block);
    return rate;
  }

  private static synchronized SharedRate find(DataBuffer network, HypergradientUpdater config) {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      RATES.remove(gone);
    }
    Key key = new Key(network, config);
    WeakReference<SharedRate> known = RATES.get(key);
    SharedRate rate = known == null ? null : known.get();
    if (rate == null) {
      rate = new SharedRate(config.maxSkippedSteps());
      RATES.remove(key);
      RATES.put(key, new WeakReference<>(rate));
    }
    return rate;
  }

  /** A network, by identity, and a configuration, by value. */
  private static final class Key extends WeakReference<DataBuffer> {
    private final HypergradientUpdater config;
    private final int hash;

    Key(DataBuffer network, HypergradientUpdater config) {
      super(network, GONE);
      this.config = config;
      hash = 31 * System.identityHashCode(network) + config.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      if (!(other instanceof Key)) {
        return false;
      }
      DataBuffer network = get();
      return network != null
          && network == ((Key) other).get()
          && config.equals(((Key) other).config);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
