package dev.hypergradient.benchmark;

import java.util.concurrent.TimeUnit;
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
 * The step of an updater and of DL4J's own on one block of FLOAT parameters, each right after the
 * ND4J operation that refreshes the gradient, as training meets it; and plain copies as long as the
 * block. They take turns, see {@link Rotation}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {
  /** The updaters. */
  @Param public UpdaterPair updaters;

  /** Parameters of the block. */
  @Param({"10000", "100000", "1000000", "10000000"})
  public int parameters;

  private Rotation rotation;

  /** Allocates all arrays. */
  @Setup
  public void prepare() {
    Gradient gradient = new Gradient(parameters);
    Block dl4j = new Block(updaters.dl4j(), parameters);
    Block hd = new Block(updaters.hd(), parameters);
    PlainCopies copies = new PlainCopies(parameters);
    rotation =
        Rotation.of(
            StepSubject.class,
            subject ->
                switch (subject) {
                  case REFRESH -> gradient::refresh;
                  case DL4J -> () -> dl4j.step(gradient);
                  case HD -> () -> hd.step(gradient);
                  case COPY_ND4J -> copies::nd4j;
                  case COPY_BUFFER -> copies::buffer;
                  case COPY_BUFFER_PARALLEL -> copies::bufferInParallel;
                  case COPY_HEAP -> copies::heapArray;
                });
  }

  /** Hands over to the next subject. */
  @Setup(Level.Iteration)
  public void nextTurn() {
    rotation.nextTurn();
  }

  /** A step or a copy. */
  @Benchmark
  public void step() {
    rotation.run();
  }
}
