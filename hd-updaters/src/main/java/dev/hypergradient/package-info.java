/**
 * Updaters for Deeplearning4j that learn their own learning rate while the network trains.
 *
 * <p>{@link dev.hypergradient.SgdHd}, {@link dev.hypergradient.NesterovsHd} and {@link
 * dev.hypergradient.AdamHd} take the place of DL4J's own updaters in a network's configuration;
 * what they have in common stands in {@link dev.hypergradient.HypergradientUpdater}.
 *
 * <p>How it works inside: DL4J hands the gradient of a block of parameters to its {@code
 * BlockUpdater}. All blocks of a network share a {@code SharedRate}, which opens a {@code Round}
 * for each iteration and finds the one learning rate for it, a {@code LearnedRate}; then the
 * configuration's direction turns the gradient into the update, by the passes over memory in {@link
 * dev.hypergradient.kernel}. All that must outlast the step lies in the {@code BlockState}, a part
 * of the updater state array that DL4J saves, restores and averages.
 */
package dev.hypergradient;
