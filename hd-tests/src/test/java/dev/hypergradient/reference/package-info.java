/**
 * Slow, obvious references for the updaters, on {@code double[]}, for checking against the papers
 * by eye.
 *
 * <p>Symbols, everywhere the same: θ parameters, g_t gradient of step t = 1, 2, …, d_t direction, α
 * learning rate, β hyper learning rate, μ momentum. {@code tower} holds the references whose
 * hyperparameters are learned by further optimisers, {@code golden} the recorded runs that both
 * must reproduce.
 */
package dev.hypergradient.reference;
