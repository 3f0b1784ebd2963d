/** Reports of training runs: progress, table, CSV, chart. */
package dev.hypergradient.examples.report;
