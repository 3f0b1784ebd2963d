package dev.hypergradient.hyper;

import java.io.Serializable;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * One level of a tower: an optimiser that descends the hypergradients of the level below.
 *
 * <p>An implementation is an immutable configuration. Everything that changes while training lives
 * in an array of {@link #stateSize} doubles, which is kept in the network's updater state array and
 * handed in at each step; a tower therefore resumes exactly, and one instance may serve any number
 * of networks and threads at once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public interface HyperOptimizer extends Serializable {

  /**
   * The number of doubles that this level and all levels above it must remember between steps.
   *
   * @param count the number of hyperparameters that this level optimises, at least 1
   * @return the number of doubles, 0 if there is nothing to remember
   */
  int stateSize(int count);

  /**
   * Writes the state before the first step.
   *
   * @param state an array whose {@code stateSize(count)} doubles from {@code start} on are to be
   *     overwritten
   * @param start where this level's state begins
   * @param count the number of hyperparameters that this level optimises
   * @throws IllegalArgumentException if this level, or one above, has learning rates for another
   *     number of hyperparameters
   */
  void initialize(double[] state, int start, int count);

  /**
   * Moves the hyperparameters one step against their hypergradients: first the levels above are
   * stepped, from the top down, then this level with the hyperparameters it has been given by them.
   *
   * @param hyperparameters the values to optimise, changed in place
   * @param hypergradients the derivative of the loss with respect to each of them, finite
   * @param state an array that contains this level's state, changed in place
   * @param start where this level's state begins
   */
  void step(double[] hyperparameters, double[] hypergradients, double[] state, int start);

  /**
   * The values of the hyperparameters of this level and of all levels above it as they stand.
   *
   * @param state an array that contains this level's state
   * @param start where this level's state begins
   * @param count the number of hyperparameters that this level optimises
   * @return the levels, this one first
   */
  List<LevelValues> levels(double[] state, int start, int count);
}
