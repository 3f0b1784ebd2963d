/** Training runs: a plan goes in, a record of every step comes out. */
package dev.hypergradient.examples.training;
