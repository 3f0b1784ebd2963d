package dev.hypergradient.internal.block;

import dev.hypergradient.internal.setup.Option;
import dev.hypergradient.internal.setup.Setup;
import java.util.List;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataBuffer;

/**
 * Finds the {@link SharedRate} of a block.
 *
 * <p>DL4J tells an updater nothing of its network, but the state arrays of a network's blocks are
 * views of one buffer, which no other network has. Rates are looked up by that buffer's identity
 * and the setup. A SameDiff graph gives each variable an array of its own, but all of them one
 * instance of the configuration, which stands for the graph. All references are weak: the rate
 * lives as long as one of its blocks. Thread-safe.
 */
public final class SharedRates {

  private static final WeakRegistry<NetworkRate> NETWORKS = new WeakRegistry<>();
  private static final WeakRegistry<LayerRates> LAYERS = new WeakRegistry<>();
  private static final WeakRegistry<InlineRate> GRAPHS = new WeakRegistry<>();

  private SharedRates() {}

  /** Makes a block of a network a member of its scope's rate, and returns that rate. */
  static SharedRate join(Block block) {
    NetworkRate rate = ofNetwork(block.state().root(), block.setup());
    rate.join(block);
    return rate;
  }

  private static synchronized NetworkRate ofNetwork(DataBuffer network, Setup setup) {
    NetworkRate rate = NETWORKS.get(network, setup);
    if (rate == null) {
      rate = new NetworkRate(setup.get(Option.MAX_SKIPPED_STEPS), layers(network, setup));
      NETWORKS.put(network, setup, rate);
    }
    return rate;
  }

  /** All rates of a network: of its layers, or of different updaters. */
  static synchronized List<NetworkRate> ofNetwork(DataBuffer network) {
    return NETWORKS.allOf(network);
  }

  /** What the layers of a network have in common, if anything. */
  private static LayerRates layers(DataBuffer network, Setup setup) {
    Double pull = setup.get(Option.NETWORK_PULL);
    if (pull == null) {
      return LayerRates.NONE;
    }
    Setup ofAnyLayer = setup.with(Option.LAYER, 0L);
    LayerRates layers = LAYERS.get(network, ofAnyLayer);
    if (layers == null) {
      layers = new LayerRates(pull);
      LAYERS.put(network, ofAnyLayer, layers);
    }
    return layers;
  }

  /**
   * Makes a variable of a SameDiff graph a member of the graph's rate, and returns that rate.
   *
   * @param graph of the instance of the configuration that all variables of the graph share
   * @param isNew whether the variable has no state yet
   */
  static synchronized SharedRate joinInline(Block block, LiveSetup graph, boolean isNew) {
    Setup setup = block.setup();
    InlineRate rate = GRAPHS.get(graph, setup);
    if (rate == null || (isNew && rate.hasBegun() && !joinsLate())) {
      rate = new InlineRate(setup.get(Option.MAX_SKIPPED_STEPS));
      GRAPHS.put(graph, setup, rate);
    }
    if (isNew) {
      rate.join(block);
    } else {
      rate.joinRestored(block);
    }
    return rate;
  }

  /**
   * Tells whether a new variable joins a graph that trains already, rather than one of a graph that
   * begins to. SameDiff calls the updater alike, and differs only in where it calls from.
   */
  private static boolean joinsLate() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getMethodName().equals("convertToVariables")
                            && frame.getClassName().equals(SameDiff.class.getName())));
  }

  /**
   * Lets a SameDiff graph go on with the settings of its configuration as they stand.
   *
   * @param graph of the configuration
   * @param rate the learning rate to continue from; NaN to keep the learned one
   */
  public static synchronized void resetInline(LiveSetup graph, double rate) {
    InlineRate inline = GRAPHS.get(graph, graph.setup());
    if (inline != null) {
      inline.reset(graph.setup(), rate);
    }
  }
}
