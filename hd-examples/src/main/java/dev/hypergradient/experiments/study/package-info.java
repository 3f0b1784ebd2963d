/**
 * The study of the rule that needs no number: settings make runs, the runs that a file does not
 * have yet are trained, and their results are compared with the best constant learning rates.
 */
package dev.hypergradient.experiments.study;
