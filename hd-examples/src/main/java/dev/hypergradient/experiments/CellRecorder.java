package dev.hypergradient.experiments;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.report.ProgressReport;
import dev.hypergradient.examples.training.Evaluation;
import dev.hypergradient.examples.training.Trainer;
import dev.hypergradient.examples.training.TrainingObserver;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains one cell and keeps what a training record does not. */
final class CellRecorder implements TrainingObserver {
  private final Batches trainingImages;
  private final List<TrainingRow> rows = new ArrayList<>();
  private final List<List<Double>> rates = new ArrayList<>();
  private MultiLayerNetwork network;
  private double fullTrainingLoss = Double.NaN;

  private CellRecorder(Batches trainingImages) {
    this.trainingImages = trainingImages;
  }

  /**
   * Trains a new network.
   *
   * @param label what the progress report calls it
   */
  static CellResult train(Cell cell, String label) {
    TrainingPlan plan = cell.task().plan(cell.method(), label);
    CellRecorder recorder = new CellRecorder(plan.data().trainBatches());
    double accuracy = Double.NaN;
    try (ProgressReport progress = ProgressReport.of(plan)) {
      accuracy = Trainer.train(plan, progress, recorder).testAccuracy();
    } catch (NonFiniteGradientException e) {
      // The cell has the rows up to this step.
    }
    return recorder.result(cell, accuracy);
  }

  @Override
  public void onStart(MultiLayerNetwork started) {
    network = started;
  }

  @Override
  public void onRow(TrainingRow row) {
    rows.add(row);
    rates.add(Hypergradients.allOf(network).stream().map(Hypergradients::getLearningRate).toList());
  }

  @Override
  public void onEnd(MultiLayerNetwork trained) {
    fullTrainingLoss = Evaluation.of(trained, trainingImages).loss();
  }

  private CellResult result(Cell cell, double accuracy) {
    List<String> layers =
        Hypergradients.allOf(network).stream()
            .map(learned -> String.join(" ", learned.getLayers()))
            .toList();
    return new CellResult(
        cell,
        new TrainingRecord(cell.method().name(), rows, List.of(), accuracy),
        fullTrainingLoss,
        layers.size() > 1 ? new RateTrace(layers, rates) : RateTrace.NONE);
  }
}
