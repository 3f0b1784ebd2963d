/**
 * Optimisers of hyperparameters: the levels of a tower above the network's own updater.
 *
 * <p>They work on a handful of plain doubles and know nothing of ND4J: the cost of a level does not
 * depend on the size of the network.
 *
 * <p>How it works inside: the recursion that all levels share is in {@code AbstractHyperOptimizer},
 * a level's own formulas are in its class. Its {@code Settings} are what it is configured with;
 * what it remembers from step to step is a {@code LevelState}, read from the state array and
 * written back. {@link dev.hypergradient.hyper.LevelValues} shows the values as they stand.
 */
package dev.hypergradient.hyper;
