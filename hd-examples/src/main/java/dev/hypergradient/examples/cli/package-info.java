/** The command line that all examples share. */
package dev.hypergradient.examples.cli;
