/**
 * Internal: one block of DL4J's, and its network. Not part of the public API.
 *
 * <p>A gradient goes one way, from the adapter to the kernel: {@code BlockUpdater} → {@code
 * SharedRate} → {@code Round} → {@code Block} → {@link dev.hypergradient.internal.kernel.Kernel},
 * and comes back as an update along the same stairs. The learning rate comes out of {@code
 * BlockState}, goes through the {@link dev.hypergradient.internal.rule.Rule} and back.
 */
package dev.hypergradient.internal.block;
