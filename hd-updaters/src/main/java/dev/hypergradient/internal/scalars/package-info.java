/** Internal: numbers kept in an array of the network's data type. Not part of the public API. */
package dev.hypergradient.internal.scalars;
