/** What the user sees while waiting. */
package dev.hypergradient.examples.terminal;
