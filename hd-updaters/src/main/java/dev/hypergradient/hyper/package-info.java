/**
 * Optimisers of hyperparameters: the levels of a tower above the network's own updater.
 *
 * <p>They work on a handful of plain doubles and know nothing of ND4J: the cost of a level does not
 * depend on the size of the network.
 */
package dev.hypergradient.hyper;
