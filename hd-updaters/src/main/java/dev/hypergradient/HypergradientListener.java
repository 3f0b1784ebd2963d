package dev.hypergradient;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Hands on what the network has learned after every iteration.
 *
 * <p>It lets the updater measure the norms of gradient and direction, two more dot products a step,
 * so that the cosine is known from its second iteration on. It has no part in the training: the
 * same network trains to the same parameters without it.
 *
 * <pre>{@code
 * network.addListeners(new HypergradientListener(learned -> System.out.println(learned.getLevels())));
 * }</pre>
 *
 * <p>An instance serves one network at a time and is not thread-safe.
 */
public final class HypergradientListener extends BaseTrainingListener {

  private final Consumer<List<Hypergradients>> consumer;

  /**
   * A listener for networks that learn one set of hyperparameters.
   *
   * @param consumer called in the training thread after every iteration
   */
  public HypergradientListener(Consumer<Hypergradients> consumer) {
    this(Objects.requireNonNull(consumer, "consumer"), Hypergradients::only);
  }

  private <T> HypergradientListener(
      Consumer<T> consumer, Function<List<Hypergradients>, T> selection) {
    this.consumer = all -> consumer.accept(selection.apply(all));
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
        Objects.requireNonNull(consumer, "consumer"), Function.identity());
  }

  /**
   * Hands on what the network has learned.
   *
   * @throws IllegalArgumentException if the network does not learn one set of hyperparameters and
   *     the listener is not for {@linkplain #ofAll several}
   */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    Hypergradients.firstBlocks(model).keySet().forEach(SharedRate::wantNorms);
    consumer.accept(Hypergradients.allOf(model));
  }
}
