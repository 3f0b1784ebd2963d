/**
 * Towers of optimisers on {@code double[]}: every level learns the hyperparameters of the level
 * below it (Chandra et al., <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>).
 */
package dev.hypergradient.reference.tower;
