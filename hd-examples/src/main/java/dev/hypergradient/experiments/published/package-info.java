/** What the authors of hypergradient descent have published, read from files of the user's. */
package dev.hypergradient.experiments.published;
