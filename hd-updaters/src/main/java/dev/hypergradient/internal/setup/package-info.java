/**
 * Internal: what is configured. Not part of the public API.
 *
 * <p>An {@link dev.hypergradient.internal.setup.Option} declares a setting once; a {@link
 * dev.hypergradient.internal.setup.Setup} holds the values of all, for one {@link
 * dev.hypergradient.internal.setup.DescentMethod}.
 */
package dev.hypergradient.internal.setup;
