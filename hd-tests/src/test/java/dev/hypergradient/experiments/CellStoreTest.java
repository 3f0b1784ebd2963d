package dev.hypergradient.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellStoreTest {
  private static final Cell CELL = Cells.cell(UpdaterName.NESTEROVS_HD, 0.1, 1e-3);

  @TempDir private Path directory;
  private CellStore store;

  @BeforeEach
  void open() {
    store = new CellStore(directory.resolve("cells"));
  }

  @Test
  void findsWhatWasPut() throws IOException {
    CellResult result = Cells.result(CELL, 0.625);

    store.put(result);

    // Records are equal if all their numbers are, NaN included.
    assertThat(store.find(CELL)).contains(result);
  }

  @Test
  void keepsRatesOfLayersAndNumbersThatAreNotFinite() throws IOException {
    TrainingRecord training = Cells.result(CELL, 0).training();
    RateTrace rates =
        new RateTrace(
            List.of("layer0", "layer1 layer2"),
            List.of(List.of(0.1, 0.2), List.of(0.3, -0.4), List.of(1e-300, Double.NaN)));
    CellResult result = new CellResult(CELL, training, Double.POSITIVE_INFINITY, rates);

    store.put(result);

    assertThat(store.find(CELL)).contains(result);
  }

  @Test
  void everySettingIsAnotherFile() {
    Task task = Cells.task();
    Stream<Cell> others =
        Stream.of(
            Cells.cell(UpdaterName.NESTEROVS_HD, 0.2, 1e-3),
            Cells.cell(UpdaterName.NESTEROVS_HD, 0.1, 1e-4),
            Cells.cell(UpdaterName.NESTEROVS, 0.1, 1e-3),
            new Cell(task, Method.of(UpdaterName.NESTEROVS_HD, 0.1, 1e-3, 0.5)),
            new Cell(task, Method.tower(UpdaterName.NESTEROVS, 0.1, 1e-3, 0.9)),
            new Cell(task.withBatchSize(2), CELL.method()),
            new Cell(with(task, Start.AUTHORS, 1, 1e-4, 7), CELL.method()),
            new Cell(with(task, Start.OWN, 2, 1e-4, 7), CELL.method()),
            new Cell(with(task, Start.OWN, 1, 0, 7), CELL.method()),
            new Cell(with(task, Start.OWN, 1, 1e-4, 8), CELL.method()));

    assertThat(Stream.concat(Stream.of(CELL), others).map(Cell::id)).doesNotHaveDuplicates();
    assertThat(CELL.id())
        .isEqualTo("logreg-dots-2-ownstart-e1-n1-l1e-4-s7-nesterovs-hd-a0.1-b0.001-m0.9");
  }

  @Test
  void damagedFilesCountAsMissing() throws IOException {
    store.put(Cells.result(CELL, 0.625));
    Path file = directory.resolve("cells").resolve(CELL.id() + ".csv");
    String whole = Files.readString(file);

    // Cut off anywhere: within the last row, after a row, within the comments.
    for (int end : new int[] {whole.length() - 3, whole.lastIndexOf("1,3"), 40, 0}) {
      Files.writeString(file, whole.substring(0, end));
      assertThat(store.find(CELL)).as("first %d characters", end).isEmpty();
    }
  }

  @Test
  void leavesNoOtherFiles() throws IOException {
    store.put(Cells.result(CELL, 0.625));
    store.put(Cells.result(CELL, 0.5));

    try (Stream<Path> files = Files.list(directory.resolve("cells"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly(CELL.id() + ".csv");
    }
    assertThat(store.find(CELL).orElseThrow().fullTrainingLoss()).isEqualTo(0.5);
  }

  private static Task with(Task task, Start start, int epochs, double l2, long seed) {
    return new Task(
        task.model(),
        task.architecture(),
        start,
        task.order(),
        task.data(),
        epochs,
        task.batchSize(),
        l2,
        seed);
  }
}
