/** Examples to run: networks that find their learning rate from zero. */
package dev.hypergradient.examples;
