package dev.hypergradient.examples.towers;

import dev.hypergradient.hyper.LevelValues;
import java.util.function.Function;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A line of the papers' tables.
 *
 * @param name in the papers' notation, the level that moves the weights first
 * @param updater the tower
 * @param plain DL4J's updater with what the level that moves the weights has learned
 */
record Tower(String name, IUpdater updater, Function<LevelValues, IUpdater> plain) {}
