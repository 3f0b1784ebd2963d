/** Files that a killed process leaves whole, and damage that is seen when they are read. */
package dev.hypergradient.examples.files;
