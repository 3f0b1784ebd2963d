/**
 * Updaters for Deeplearning4j that learn their own learning rate while the network trains.
 *
 * <p>{@link dev.hypergradient.SgdHd}, {@link dev.hypergradient.NesterovsHd}, {@link
 * dev.hypergradient.AdamHd}, {@link dev.hypergradient.RmsPropHd} and {@link
 * dev.hypergradient.AdaGradHd} take the place of DL4J's own updaters in a network's configuration;
 * see {@link dev.hypergradient.HypergradientUpdater} for what they have in common. {@link
 * dev.hypergradient.Hypergradients} shows what a network has learned.
 *
 * <p>The packages below {@code dev.hypergradient.internal} are public to this library alone; {@code
 * docs/design.md} describes them.
 */
package dev.hypergradient;
