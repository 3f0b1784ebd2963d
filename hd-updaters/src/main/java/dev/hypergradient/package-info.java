/** Updaters for Deeplearning4j that learn their learning rate. */
package dev.hypergradient;
