/** Reads the recorded runs of the resource folder {@code golden} and the problem behind them. */
package dev.hypergradient.reference.golden;
