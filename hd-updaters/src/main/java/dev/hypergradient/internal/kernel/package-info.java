/**
 * Internal: the passes over the flattened parameter vectors. Not part of the public API.
 *
 * <p>Nothing here knows of networks, blocks or hyperparameters that learn.
 */
package dev.hypergradient.internal.kernel;
