package dev.hypergradient.examples.spark;

import java.io.Serializable;

/**
 * A step of one worker's copy of the network.
 *
 * @param stage Spark's number of the stage, one for all workers between two averagings
 * @param worker the partition that the worker trains on, from 0
 * @param before the learning rate before the step
 * @param after the learning rate of the step
 */
record WorkerStep(int stage, int worker, double before, double after) implements Serializable {}
