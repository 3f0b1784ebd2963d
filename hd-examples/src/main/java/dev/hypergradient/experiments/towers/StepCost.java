package dev.hypergradient.experiments.towers;

/**
 * What a training step costs under a tower.
 *
 * @param tower kind of optimiser at all levels
 * @param height levels above the one that moves the weights; 0 for DL4J's own updater
 * @param milliseconds median time of a step
 * @param ratio median of the step's time by that at height 1, both taken in turn
 * @param authorsRatio that ratio for the authors' code; NaN if unknown
 */
record StepCost(String tower, int height, double milliseconds, double ratio, double authorsRatio) {}
