package dev.hypergradient.benchmark;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A whole training step, {@code fit} on one batch, of two equal networks: one has an updater that
 * learns, the other DL4J's own. They take turns, see {@link Rotation}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {
  /** The kind of both networks. */
  @Param public Network network;

  /** The updaters. */
  @Param public UpdaterPair updaters;

  private Rotation rotation;

  /** Makes networks and batch. */
  @Setup
  public void prepare() {
    MultiLayerNetwork dl4j = network.with(updaters.dl4j());
    MultiLayerNetwork hd = network.with(updaters.hd());
    DataSet batch = network.batch();
    rotation =
        Rotation.of(
            TrainingSubject.class,
            subject ->
                switch (subject) {
                  case DL4J -> () -> dl4j.fit(batch);
                  case HD -> () -> hd.fit(batch);
                });
  }

  /** Hands over to the next subject. */
  @Setup(Level.Iteration)
  public void nextTurn() {
    rotation.nextTurn();
  }

  /** A training step. */
  @Benchmark
  public void fit() {
    rotation.run();
  }
}
