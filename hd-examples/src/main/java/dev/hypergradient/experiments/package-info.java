/**
 * Experiments: a task and methods make cells, the runner trains those that the store does not have
 * yet, and reports are drawn from what the store holds.
 */
package dev.hypergradient.experiments;
