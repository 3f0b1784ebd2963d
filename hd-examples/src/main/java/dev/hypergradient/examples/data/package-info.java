/** Data sets: found on disk or downloaded, checked, read, standardised and cut into batches. */
package dev.hypergradient.examples.data;
