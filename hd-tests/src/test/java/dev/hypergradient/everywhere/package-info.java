/** Wherever DL4J trains: what {@code docs/usage.md} says of each way, checked exactly. */
package dev.hypergradient.everywhere;
