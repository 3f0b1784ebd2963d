/**
 * What the updaters cost: JMH benchmarks of an updater's step and of whole training steps, and the
 * program that runs them beside DL4J's own updaters and prints the ratios.
 */
package dev.hypergradient.benchmark;
