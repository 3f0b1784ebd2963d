/** Training records made visible: progress, table, CSV, chart. */
package dev.hypergradient.examples.report;
