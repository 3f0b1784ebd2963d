package dev.hypergradient.experiments.published;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * The authors' training runs: iteration by iteration from {@code MODEL-METHOD.csv.gz}, as they
 * wrote them, else epoch by epoch from {@code published-epochs.csv}.
 */
public final class PublishedRuns {
  private static final String EPOCHS_FILE = "published-epochs.csv";

  private final Path directory;
  private final String model;

  /**
   * The runs of a model.
   *
   * @param directory of the files; may lack any of them
   * @param model "logreg", "mlp" or "vgg"
   */
  public PublishedRuns(Path directory, String model) {
    this.directory = directory;
    this.model = model;
  }

  /**
   * The run of an updater, up to an epoch; its test accuracy, which is not published, is NaN.
   *
   * @throws IOException if a file cannot be read or lacks a column
   */
  public Optional<TrainingRecord> find(UpdaterName updater, int epochs) throws IOException {
    String method = PublishedNames.of(updater.toString());
    Path log = directory.resolve(model + "-" + method + ".csv.gz");
    List<TrainingRow> rows = Files.exists(log) ? readLog(log) : readEpochs(method);
    List<TrainingRow> shown = rows.stream().filter(row -> row.epoch() <= epochs).toList();
    return shown.size() < 2
        ? Optional.empty()
        : Optional.of(new TrainingRecord(updater.toString(), shown, List.of(), Double.NaN));
  }

  private static List<TrainingRow> readLog(Path file) throws IOException {
    List<TrainingRow> rows = new ArrayList<>();
    CsvFile.read(file, row -> rows.add(CsvReport.row(row)));
    return rows;
  }

  private List<TrainingRow> readEpochs(String method) throws IOException {
    Path file = directory.resolve(EPOCHS_FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<TrainingRow> rows = new ArrayList<>();
    CsvFile.read(
        file,
        row -> {
          if (row.get("model").equals(model) && row.get("method").equals(method)) {
            rows.add(epochRow(row));
          }
        });
    return rows;
  }

  private static TrainingRow epochRow(CSVRecord row) {
    double loss = Double.parseDouble(row.get("loss_epoch"));
    double rate = Double.parseDouble(row.get("alpha_epoch"));
    return new TrainingRow(
        Integer.parseInt(row.get("epoch")),
        Integer.parseInt(row.get("iteration")),
        Double.NaN,
        loss,
        loss,
        Double.parseDouble(row.get("valid_loss_epoch")),
        rate,
        rate,
        Double.parseDouble(row.get("beta")));
  }
}
