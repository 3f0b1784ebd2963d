package dev.hypergradient;

import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperSgd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Many short lives of networks in several threads: trained, cloned, saved, restored, dropped. */
final class Soak implements AutoCloseable {

  private static final int THREADS = 3;
  private static final int STEPS = 3;

  /** Wide enough that a network that stays is seen: its arrays have some megabytes. */
  private static final int WIDTH = 300;

  private final Path folder;
  private final Consumer<MultiLayerNetwork> end;
  private final AtomicInteger networks = new AtomicInteger();

  /** The same from first to last: DL4J keeps the workspaces of threads that have ended. */
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * A soak.
   *
   * @param folder for the saved networks
   * @param end is handed every network after its last step
   */
  Soak(Path folder, Consumer<MultiLayerNetwork> end) {
    this.folder = folder;
    this.end = end;
  }

  /** The number of networks that have been trained. */
  int networks() {
    return networks.get();
  }

  /** Trains so many more networks, or a few more than that, in all threads. */
  void run(int more) throws InterruptedException, ExecutionException {
    int enough = networks() + more;
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      File file = folder.resolve(i + ".zip").toFile();
      running.add(
          threads.submit(
              () -> {
                while (networks() < enough) {
                  live(file);
                }
                return null;
              }));
    }
    for (Future<Void> thread : running) {
      thread.get();
    }
  }

  private void live(File file) throws IOException {
    UpdaterKind[] kinds = UpdaterKind.values();
    MultiLayerNetwork network = network(kinds[networks.get() % kinds.length]);
    train(network);
    MultiLayerNetwork clone = network.clone();
    train(clone);
    clone.save(file, true);
    train(MultiLayerNetwork.load(file, true));
  }

  private void train(MultiLayerNetwork network) {
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
    }
    networks.incrementAndGet();
    end.accept(network);
  }

  private static MultiLayerNetwork network(UpdaterKind kind) {
    HypergradientUpdater updater =
        kind.builder()
            .learningRate(kind.usualRate)
            .hyperOptimizer(new HyperAdam(1e-6, new HyperSgd(1e-9)))
            .build();
    return Networks.sequence(
        updater, options -> {}, wide(), new BatchNormalization(), wide(), Networks.output());
  }

  private static DenseLayer wide() {
    return new DenseLayer.Builder().nOut(WIDTH).build();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
