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
 * and the configuration. A SameDiff graph gives each variable an array of its own, but all of them
 * one instance of the configuration, which stands for the graph. All references are weak: the rate
 * lives as long as one of its blocks.
 */
final class SharedRates {

  private static final Map<Key, WeakReference<Object>> RATES = new HashMap<>();
  private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

  private SharedRates() {}

  /** Makes a block of a network a member of its scope's rate, and returns that rate. */
  static SharedRate join(BlockUpdater block) {
    HypergradientUpdater config = block.getConfig();
    SharedRate rate =
        config.getLearningRateScope() == LearningRateScope.BLOCK
            ? new NetworkRate(config.maxSkippedSteps(), LayerRates.NONE)
            : find(block.state().root(), config);
    rate.join(block);
    return rate;
  }

  /**
   * Makes a variable of a SameDiff graph a member of the graph's rate, and returns that rate.
   *
   * @param shared the instance of the configuration that all variables of the graph share
   * @param begins whether the variable is new; if others have trained already, it is a new training
   */
  static synchronized SharedRate joinInline(
      BlockUpdater block, HypergradientUpdater shared, boolean begins) {
    HypergradientUpdater config = block.getConfig();
    InlineRate rate;
    if (config.getLearningRateScope() == LearningRateScope.BLOCK) {
      rate = new InlineRate(config.maxSkippedSteps());
    } else {
      Key key = new Key(shared, config);
      rate = (InlineRate) known(key);
      if (rate == null || (begins && rate.hasStepped())) {
        rate = new InlineRate(config.maxSkippedSteps());
        put(key, rate);
      }
    }
    rate.join(block);
    return rate;
  }

  private static synchronized SharedRate find(DataBuffer network, HypergradientUpdater config) {
    Key key = new Key(network, config);
    Object rate = known(key);
    if (rate == null) {
      rate = new NetworkRate(config.maxSkippedSteps(), layers(network, config));
      put(key, rate);
    }
    return (SharedRate) rate;
  }

  /** What the layers of a network have in common, if anything. */
  private static LayerRates layers(DataBuffer network, HypergradientUpdater config) {
    if (config.networkPull() == 0) {
      return LayerRates.NONE;
    }
    Key key = new Key(network, config.ofAnyLayer());
    LayerRates layers = (LayerRates) known(key);
    if (layers == null) {
      layers = new LayerRates(config.networkPull());
      put(key, layers);
    }
    return layers;
  }

  private static Object known(Key key) {
    WeakReference<Object> known = RATES.get(key);
    return known == null ? null : known.get();
  }

  private static void put(Key key, Object rate) {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      RATES.remove(gone);
    }
    RATES.remove(key);
    RATES.put(key, new WeakReference<>(rate));
  }

  /** A network, by identity, and a configuration, by value. */
  private static final class Key extends WeakReference<Object> {
    private final HypergradientUpdater config;
    private final int hash;

    Key(Object network, HypergradientUpdater config) {
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
      Object network = get();
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
