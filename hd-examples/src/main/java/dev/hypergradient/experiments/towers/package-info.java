/**
 * The experiments of Chandra et al., "Gradient Descent: The Ultimate Optimizer" (<a
 * href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>), beside what their code reaches.
 */
package dev.hypergradient.experiments.towers;
