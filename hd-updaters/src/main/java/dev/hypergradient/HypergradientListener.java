package dev.hypergradient;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Passes on what the network has learned after every iteration.
 *
 * <p>It lets the updater measure the norms of gradient and direction, two more dot products a step,
 * so that the cosine is known from its second iteration on. It has no part in the training: the
 * same network trains to the same parameters without it.
 *
 * <pre>{@code
 * network.addListeners(new HypergradientListener(System.out::println));
 * }</pre>
 *
 * <p>An instance serves one network at a time and is not thread-safe.
 */
public final class HypergradientListener extends BaseTrainingListener {

  private final Consumer<Model> consumer;

  /**
   * A listener for networks that learn one set of hyperparameters.
   *
   * @param consumer called in the training thread after every iteration
   */
  public HypergradientListener(Consumer<Hypergradients> consumer) {
    this(Objects.requireNonNull(consumer, "consumer"), Hypergradients::of);
  }

  private <T> HypergradientListener(Consumer<T> consumer, Function<Model, T> selection) {
    this.consumer = network -> consumer.accept(selection.apply(network));
  }

  /**
   * A listener for networks that may learn several sets of hyperparameters, such as one for each
   * layer.
   *
   * @param consumer called in the training thread after every iteration, with the sets in the order
   *     of the parameters
   * @return the listener
   */
  public static HypergradientListener ofAll(Consumer<List<Hypergradients>> consumer) {
    return new HypergradientListener(
        Objects.requireNonNull(consumer, "consumer"), Hypergradients::allOf);
  }

  /**
   * Passes on what the network has learned.
   *
   * @throws IllegalArgumentException if the network does not learn one set of hyperparameters and
   *     the listener is not for {@linkplain #ofAll several}
   */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    Hypergradients.wantCosines(model);
    consumer.accept(model);
  }

  /** Returns the consumer's text. */
  @Override
  public String toString() {
    return "HypergradientListener{" + consumer + "}";
  }
}
