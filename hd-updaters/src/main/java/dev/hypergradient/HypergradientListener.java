package dev.hypergradient;

import java.util.Objects;
import java.util.function.Consumer;
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

  private final Consumer<Hypergradients> consumer;

  /**
   * A listener for networks that learn one set of hyperparameters.
   *
   * @param consumer called in the training thread after every iteration
   */
  public HypergradientListener(Consumer<Hypergradients> consumer) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
  }

  /**
   * Hands on what the network has learned.
   *
   * @throws IllegalArgumentException if the network does not learn one set of hyperparameters
   */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    Hypergradients.firstBlocks(model).keySet().forEach(SharedRate::wantNorms);
    consumer.accept(Hypergradients.of(model));
  }
}
