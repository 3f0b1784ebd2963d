/**
 * Internal: how what is known of the steps so far becomes the next learning rate. Not part of the
 * public API.
 *
 * <p>Nothing here knows of networks or blocks: a {@link dev.hypergradient.internal.rule.Rule} sees
 * dot products over all parameters that share the learning rate.
 */
package dev.hypergradient.internal.rule;
