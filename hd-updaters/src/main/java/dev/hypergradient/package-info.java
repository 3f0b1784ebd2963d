/**
 * Updaters for Deeplearning4j that learn their own learning rate while the network trains.
 *
 * <p>{@link dev.hypergradient.SgdHd}, {@link dev.hypergradient.NesterovsHd}, {@link
 * dev.hypergradient.AdamHd}, {@link dev.hypergradient.RmsPropHd} and {@link
 * dev.hypergradient.AdaGradHd} take the place of DL4J's own updaters in a network's configuration;
 * what they have in common stands in {@link dev.hypergradient.HypergradientUpdater}. {@link
 * dev.hypergradient.Hypergradients} shows what a network has learned.
 *
 * <p>How it works inside: DL4J hands the gradient of a block of parameters to its {@code
 * BlockUpdater}. All blocks of a network have a {@code SharedRate} in common, which opens a {@code
 * Round} for each iteration and finds the {@code LearnedHyperparameters} for it, the learning rate
 * first of all; then the configuration's step turns the gradient into the update, by the passes
 * over memory in {@link dev.hypergradient.kernel}. All that must outlast the step lies in the
 * {@code BlockState}, a part of the updater state array that DL4J saves, restores and averages.
 */
package dev.hypergradient;
