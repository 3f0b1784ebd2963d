/** Tests of what the study trains. */
package dev.hypergradient.experiments.study.task;
