/** Training on Apache Spark: workers train copies of a network, and the driver averages them. */
package dev.hypergradient.examples.spark;
