package dev.hypergradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A training that never ends by itself and leaves a checkpoint after every few steps. */
final class CheckpointedTraining {

  private static final int STEPS_BETWEEN_CHECKPOINTS = 5;

  private CheckpointedTraining() {}

  /**
   * Trains until the process is killed, from the checkpoint if there is one.
   *
   * @param args the checkpoint's file
   */
  public static void main(String[] args) throws IOException {
    Path checkpoint = Path.of(args[0]);
    MultiLayerNetwork network = Files.exists(checkpoint) ? load(checkpoint) : begin();
    while (true) {
      trainTo(network.getIterationCount() + STEPS_BETWEEN_CHECKPOINTS, network);
      save(network, checkpoint);
    }
  }

  static MultiLayerNetwork begin() {
    return Networks.threeBlocks(UpdaterKind.ADAM.usual());
  }

  static MultiLayerNetwork load(Path checkpoint) throws IOException {
    return MultiLayerNetwork.load(checkpoint.toFile(), true);
  }

  /** Trains on until that many steps have been taken in all, each with its own minibatch. */
  static void trainTo(int iteration, MultiLayerNetwork network) {
    while (network.getIterationCount() < iteration) {
      network.fit(Networks.batch(network.getIterationCount()));
    }
  }

  /** A checkpoint is there as a whole or not at all, whenever the process ends. */
  private static void save(MultiLayerNetwork network, Path checkpoint) throws IOException {
    Path unfinished = checkpoint.resolveSibling("unfinished.zip");
    network.save(unfinished.toFile(), true);
    Files.move(unfinished, checkpoint, StandardCopyOption.ATOMIC_MOVE);
  }
}
