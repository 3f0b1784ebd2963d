package dev.hypergradient.experiments.study;

/** The learning rate of a step, counted from 1. */
record RatePoint(int step, double rate) {}
