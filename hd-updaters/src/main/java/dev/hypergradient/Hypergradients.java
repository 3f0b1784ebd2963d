package dev.hypergradient;

import dev.hypergradient.hyper.LevelValues;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * What a network's updater has learned, as it stood when it was asked.
 *
 * <p>Immutable. To be asked between steps, by the thread that trains: from a listener, for
 * instance, such as {@link HypergradientListener}.
 */
public final class Hypergradients {

  private final List<String> layers;
  private final List<LevelValues> levels;
  private final double hypergradient;
  private final double cosine;
  private final long skippedSteps;

  private Hypergradients(BlockUpdater block, List<String> layers) {
    this.layers = layers;
    DotProducts products = block.sharedRate().lastProducts();
    levels = block.learned().levels();
    hypergradient = products.gradientTrace();
    cosine = products.cosine();
    skippedSteps = block.sharedRate().skippedSteps();
  }

  /**
   * What the network has learned.
   *
   * @param network a {@link MultiLayerNetwork} or {@link ComputationGraph} whose hypergradient
   *     updaters share one set of learned hyperparameters, the usual case
   * @return the present values
   * @throws IllegalArgumentException if there is no such set or more than one, or the model is of
   *     another kind
   */
  public static Hypergradients of(Model network) {
    return only(allOf(network));
  }

  static Hypergradients only(List<Hypergradients> all) {
    if (all.size() != 1) {
      throw new IllegalArgumentException(
          "network must have one set of learned hyperparameters, got " + all.size());
    }
    return all.get(0);
  }

  /**
   * What the network has learned, where layer or block scope or different updaters make it more
   * than one set.
   *
   * @param network a {@link MultiLayerNetwork} or {@link ComputationGraph}
   * @return the present values of each set, in the order of the parameters; empty if no updater is
   *     a {@link HypergradientUpdater}
   * @throws IllegalArgumentException if the model is of another kind
   */
  public static List<Hypergradients> allOf(Model network) {
    Map<SharedRate, Set<String>> layers = new LinkedHashMap<>();
    forEachBlock(
        network,
        (rate, block) ->
            block
                .getLayersAndVariablesInBlock()
                .forEach(
                    v ->
                        layers
                            .computeIfAbsent(rate, key -> new LinkedHashSet<>())
                            .add(v.getLayer().getConfig().getLayerName())));
    return firstBlocks(network).entrySet().stream()
        .map(e -> new Hypergradients(e.getValue(), List.copyOf(layers.get(e.getKey()))))
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Names the layer of a parameter, such as the one that the log gives for a skipped step: updaters
   * know the index of a parameter in the network, but DL4J tells them nothing of layers.
   *
   * @param network a {@link MultiLayerNetwork} or {@link ComputationGraph}
   * @param index the index among all parameters of the network, from 0
   * @return the layer's name and the parameter's, as in {@code "layer1 W"}
   * @throws IllegalArgumentException if the network has no such parameter, or the model is of
   *     another kind
   */
  public static String parameterName(Model network, long index) {
    return updaterOf(network).getUpdaterBlocks().stream()
        .flatMap(block -> block.getLayersAndVariablesInBlock().stream())
        .filter(v -> v.getParamOffsetStart() <= index && index < v.getParamOffsetEnd())
        .map(v -> v.getLayer().getConfig().getLayerName() + " " + v.getParamName())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "index must be in [0, " + network.numParams() + "), got " + index));
  }

  /** The first block of each set; pretraining alone uses those that have no part in training. */
  static Map<SharedRate, BlockUpdater> firstBlocks(Model network) {
    Map<SharedRate, BlockUpdater> blocks = new LinkedHashMap<>();
    forEachBlock(
        network,
        (rate, block) -> blocks.putIfAbsent(rate, (BlockUpdater) block.getGradientUpdater()));
    return blocks;
  }

  private static void forEachBlock(Model network, BiConsumer<SharedRate, UpdaterBlock> action) {
    for (UpdaterBlock block : updaterOf(network).getUpdaterBlocks()) {
      GradientUpdater<?> updater = block.getGradientUpdater();
      if (updater instanceof BlockUpdater && !block.isPretrainUpdaterBlock()) {
        action.accept(((BlockUpdater) updater).sharedRate(), block);
      }
    }
  }

  private static BaseMultiLayerUpdater<?> updaterOf(Model network) {
    if (network instanceof MultiLayerNetwork) {
      Updater updater = ((MultiLayerNetwork) network).getUpdater();
      return (BaseMultiLayerUpdater<?>) updater;
    }
    if (network instanceof ComputationGraph) {
      return ((ComputationGraph) network).getUpdater();
    }
    throw new IllegalArgumentException(
        "network must be a MultiLayerNetwork or a ComputationGraph, got "
            + network.getClass().getName());
  }

  /**
   * The layers whose parameters share what is learned.
   *
   * @return their names, in the order of the parameters
   */
  public List<String> getLayers() {
    return layers;
  }

  /**
   * The hyperparameters of the updater and of every level above it.
   *
   * @return the levels, the updater itself first
   */
  public List<LevelValues> getLevels() {
    return levels;
  }

  /**
   * The hypergradient of the last step, g<sub>t</sub> · d<sub>t−1</sub>: the descent of the loss
   * with the learning rate that the step before used. With {@link LearningRateRule#LONG_HORIZON} it
   * is g<sub>t</sub> · D<sub>t−1</sub>, the descent with the logarithm of the rate.
   *
   * @return the dot product; 0 before the second step, not finite if the last step was skipped
   */
  public double getHypergradient() {
    return hypergradient;
  }

  /**
   * The cosine of the angle between g<sub>t</sub> and d<sub>t−1</sub>, or D<sub>t−1</sub>, in the
   * last step.
   *
   * @return a value in [−1, 1] up to rounding; NaN if a vector was 0 or the norms were not
   *     measured, which a {@link HypergradientListener} or the multiplicative rule calls for
   */
  public double getCosine() {
    return cosine;
  }

  /**
   * The number of steps that were skipped because the gradient was not finite, since the updater
   * was made.
   *
   * @return at least 0
   */
  public long getSkippedSteps() {
    return skippedSteps;
  }
}
