/** What the study trains: examples, networks for them, and how well a network does. */
package dev.hypergradient.experiments.study.task;
