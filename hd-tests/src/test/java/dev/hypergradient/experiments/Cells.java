package dev.hypergradient.experiments;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.data.Images;
import dev.hypergradient.examples.data.PixelScaling;
import dev.hypergradient.examples.training.ImageOrder;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import dev.hypergradient.examples.training.UpdaterName;
import java.util.List;

/** Cells of a tiny task, and invented results. */
final class Cells {
  private static final double NONE = Double.NaN;

  private Cells() {}

  /** Two images of one pixel. */
  static Task task() {
    Images images = new Images(new ImageShape(1, 1, 1), new byte[2], new byte[2]);
    PixelScaling scaling = new PixelScaling(255, new double[1], new double[] {1});
    return new Task(
        "logreg",
        LogisticRegressionExample::network,
        Start.OWN,
        ImageOrder.shuffled(),
        new Dataset("dots", images, images, scaling),
        1,
        1,
        1e-4,
        7);
  }

  static Cell cell(UpdaterName updater, double learningRate, double hyperLearningRate) {
    return new Cell(task(), Method.of(updater, learningRate, hyperLearningRate, 0.9));
  }

  /** Two steps with losses 0.5 and 0.25 at learning rates 0.125 and −0.0625. */
  static CellResult result(Cell cell, double fullTrainingLoss) {
    List<TrainingRow> rows =
        List.of(
            new TrainingRow(0, 0, 0, 2, 2, 3, 0.1, 0.1, 1e-3),
            new TrainingRow(1, 2, 0.5, 0.5, NONE, NONE, 0.125, NONE, 1e-3),
            new TrainingRow(1, 3, 1.5, 0.25, 0.375, 0.75, -0.0625, 0.03125, 1e-3));
    return new CellResult(
        cell,
        new TrainingRecord(cell.method().name(), rows, List.of(), 0.875),
        fullTrainingLoss,
        RateTrace.NONE);
  }
}
