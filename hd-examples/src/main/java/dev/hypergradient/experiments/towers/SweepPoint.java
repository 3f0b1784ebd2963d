package dev.hypergradient.experiments.towers;

/**
 * How well a tower does that starts from one learning rate at every level.
 *
 * @param height levels above SGD
 * @param exponent log₁₀ of the learning rate
 * @param testError share of test images classified wrongly, 0 to 1; NaN if training diverged
 * @param learnedRate learning rate of SGD after training; NaN if training diverged
 * @param authorsError test error that the authors' code reaches; NaN if unknown
 */
record SweepPoint(
    int height, int exponent, double testError, double learnedRate, double authorsError) {}
