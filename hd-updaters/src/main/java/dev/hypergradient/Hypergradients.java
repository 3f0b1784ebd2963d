package dev.hypergradient;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableList;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import dev.hypergradient.internal.block.BlockUpdater;
import dev.hypergradient.internal.block.SharedRate;
import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * What a network's updater has learned, as it stood when it was asked: the learning rate first of
 * all.
 *
 * <pre>{@code
 * double learningRate = Hypergradients.of(network).getLearningRate();
 * }</pre>
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

  private Hypergradients(BlockUpdater<?> updater, Set<String> layers) {
    this.layers = List.copyOf(layers);
    DotProducts products = updater.sharedRate().lastProducts();
    levels = updater.block().learned().levels();
    hypergradient = products.gradientTrace();
    cosine = products.cosine();
    skippedSteps = updater.sharedRate().skippedSteps();
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
    return only(network, allOf(network));
  }

  /** The only element, or a message that tells why there is none or which there are. */
  private static Hypergradients only(Model network, List<Hypergradients> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "network must learn its learning rate by a HypergradientUpdater, got the updaters "
              + updaterNames(network));
    }
    if (all.size() > 1) {
      throw new IllegalArgumentException(
          "network must have one set of learned hyperparameters, got "
              + all.size()
              + ", of the layers "
              + all.stream().map(Hypergradients::getLayers).collect(toUnmodifiableList())
              + ": ask for all of them");
    }
    return all.get(0);
  }

  private static Set<String> updaterNames(Model network) {
    return blocksOf(network).stream()
        .map(block -> block.getGradientUpdater().getConfig().getClass().getSimpleName())
        .collect(toCollection(LinkedHashSet::new));
  }

  /**
   * What the network has learned, where layer scope or different updaters make it more than one
   * set.
   *
   * @param network a {@link MultiLayerNetwork} or {@link ComputationGraph}
   * @return the present values of each set, in the order of the parameters; empty if no updater is
   *     a {@link HypergradientUpdater}
   * @throws IllegalArgumentException if the model is of another kind
   */
  public static List<Hypergradients> allOf(Model network) {
    Map<SharedRate, Set<String>> layers = new LinkedHashMap<>();
    Map<SharedRate, BlockUpdater<?>> firsts = new LinkedHashMap<>();
    for (UpdaterBlock block : blocksOf(network)) {
      GradientUpdater<?> updater = block.getGradientUpdater();
      // Pretraining alone uses blocks that have no part in training.
      if (updater instanceof BlockUpdater && !block.isPretrainUpdaterBlock()) {
        SharedRate rate = ((BlockUpdater<?>) updater).sharedRate();
        firsts.putIfAbsent(rate, (BlockUpdater<?>) updater);
        Set<String> names = layers.computeIfAbsent(rate, key -> new LinkedHashSet<>());
        block.getLayersAndVariablesInBlock().forEach(v -> names.add(name(v.getLayer())));
      }
    }
    List<Hypergradients> all = new ArrayList<>();
    firsts.forEach((rate, updater) -> all.add(new Hypergradients(updater, layers.get(rate))));
    return List.copyOf(all);
  }

  /**
   * The parameters of a network, with the average of the iterates in place of those that the
   * parameter-free rule trains, which are nine tenths that average. To evaluate it, set it in a
   * clone:
   *
   * <pre>{@code
   * MultiLayerNetwork averaged = network.clone();
   * averaged.setParams(Hypergradients.averagedParams(network));
   * }</pre>
   *
   * <p>Running statistics of batch normalisation are those of the network itself.
   *
   * @param network a {@link MultiLayerNetwork} or {@link ComputationGraph}
   * @return a new array in the order of {@code network.params()}; equal to it where another rule or
   *     updater trains
   * @throws IllegalArgumentException if the model is of another kind
   */
  public static INDArray averagedParams(Model network) {
    List<UpdaterBlock> blocks = blocksOf(network);
    INDArray params = network.params().dup('c');
    FlatVector all = FlatVector.of(params);
    for (UpdaterBlock block : blocks) {
      GradientUpdater<?> updater = block.getGradientUpdater();
      if (updater instanceof BlockUpdater) {
        long start = all.offset() + block.getParamOffsetStart();
        long length = (long) block.getParamOffsetEnd() - block.getParamOffsetStart();
        ((BlockUpdater<?>) updater).block().average(all.elsewhere(start, length));
      }
    }
    return params;
  }

  /** Lets all updaters of a network measure what the cosine needs, from the next iteration on. */
  static void wantCosines(Model network) {
    for (UpdaterBlock block : blocksOf(network)) {
      GradientUpdater<?> updater = block.getGradientUpdater();
      if (updater instanceof BlockUpdater) {
        ((BlockUpdater<?>) updater).sharedRate().wantNorms();
      }
    }
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
    return blocksOf(network).stream()
        .flatMap(block -> block.getLayersAndVariablesInBlock().stream())
        .filter(v -> v.getParamOffsetStart() <= index && index < v.getParamOffsetEnd())
        .map(v -> name(v.getLayer()) + " " + v.getParamName())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "index must be in [0, " + network.numParams() + "), got " + index));
  }

  /** Layers of models that DL4J 0.5 to 0.7 saved have no names: they get DL4J's usual ones. */
  private static String name(Trainable layer) {
    String name = layer.getConfig().getLayerName();
    boolean numbered = name == null && layer instanceof org.deeplearning4j.nn.api.Layer;
    return numbered
        ? "layer" + ((org.deeplearning4j.nn.api.Layer) layer).getIndex()
        : String.valueOf(name);
  }

  private static List<UpdaterBlock> blocksOf(Model network) {
    return updaterOf(network).getUpdaterBlocks();
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
            + (network == null ? null : network.getClass().getName()));
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
   * The learning rate as it stands.
   *
   * @return α, without the schedule; any finite number
   */
  public double getLearningRate() {
    return levels.get(0).getValue(Hyperparameter.LEARNING_RATE);
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
   * The hypergradient of the last step, g<sub>t</sub> · d<sub>t−1</sub>: minus the derivative of
   * the loss with respect to the learning rate that the step before used. {@link
   * LearningRateRule#PARAMETER_FREE} does not need it: there it is measured if a {@link
   * HypergradientListener} asks for it, with the displacement since the start in place of
   * d<sub>t−1</sub>.
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

  /** Returns all values, the learning rate first. */
  @Override
  public String toString() {
    return "Hypergradients{learningRate="
        + getLearningRate()
        + ", hypergradient="
        + hypergradient
        + ", cosine="
        + cosine
        + ", skippedSteps="
        + skippedSteps
        + ", layers="
        + layers
        + ", levels="
        + levels
        + "}";
  }
}
