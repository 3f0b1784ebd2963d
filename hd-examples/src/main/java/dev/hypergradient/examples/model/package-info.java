/** The networks of the papers, for images of any size. */
package dev.hypergradient.examples.model;
