/** Reports of experiments: pages of HTML, and the charts that only they have. */
package dev.hypergradient.experiments.report;
