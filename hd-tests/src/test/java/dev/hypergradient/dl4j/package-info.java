/**
 * The ways in which DL4J trains, from line search to several workers: what {@code docs/usage.md}
 * says of each, checked exactly.
 */
package dev.hypergradient.dl4j;
