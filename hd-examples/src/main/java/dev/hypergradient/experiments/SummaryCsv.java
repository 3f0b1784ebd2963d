package dev.hypergradient.experiments;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.CsvReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes one row per cell. */
final class SummaryCsv {
  private static final List<String> COLUMNS =
      List.of(
          "method",
          "alpha_0",
          "beta",
          "epochs",
          "batch",
          "full_train_loss",
          "test_loss",
          "test_acc",
          "mean_batch_loss",
          "final_alpha",
          "min_alpha",
          "max_alpha",
          "seconds");

  private SummaryCsv() {}

  /** Writes or replaces a file. */
  static void write(List<CellResult> results, double threshold, Path file) throws IOException {
    List<String> header = new ArrayList<>(COLUMNS);
    header.add("iters_to_batch_loss_" + Numbers.exact(threshold));
    CsvFile.write(
        file,
        header,
        csv -> {
          for (CellResult result : results) {
            Method method = result.method();
            csv.printRecord(
                method.name(),
                method.learningRate(),
                method.hyperLearningRate(),
                result.cell().task().epochs(),
                result.cell().task().batchSize(),
                CsvReport.number(result.fullTrainingLoss()),
                CsvReport.number(result.training().testLoss()),
                CsvReport.number(result.training().testAccuracy()),
                CsvReport.number(result.training().trainingLoss()),
                CsvReport.number(result.finalRate()),
                CsvReport.number(result.minRate()),
                CsvReport.number(result.maxRate()),
                CsvReport.number(result.seconds()),
                result.stepsTo(threshold).isPresent()
                    ? Integer.toString(result.stepsTo(threshold).getAsInt())
                    : "");
          }
        });
  }
}
