/** A picture of what any network learns. */
package dev.hypergradient.examples.plot;
