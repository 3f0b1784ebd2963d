package dev.hypergradient.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.files.MalformedFileException;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  void everyFlippedBitAndEveryMissingByteIsSeen() throws IOException {
    store.put(Cells.result(CELL, 0.625));
    Path file = directory.resolve("cells").resolve(CELL.id() + ".csv");
    byte[] whole = Files.readAllBytes(file);

    // The last byte, the end of the line, matters to nobody.
    for (int bit = 0; bit < 8 * (whole.length - 1); bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertDamaged(file, damaged);
    }
    for (int length = 0; length < whole.length; length++) {
      assertDamaged(file, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void fileOfAnotherCellIsRefused() throws IOException {
    Cell other = Cells.cell(UpdaterName.SGD, 0.1, 0);
    store.put(Cells.result(other, 0.625));
    Path cells = directory.resolve("cells");
    Files.copy(cells.resolve(other.id() + ".csv"), cells.resolve(CELL.id() + ".csv"));

    assertThatThrownBy(() -> store.find(CELL))
        .hasMessageContaining("must be of the run " + CELL.id() + ", got " + other.id());
  }

  private void assertDamaged(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(() -> store.find(CELL))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContainingAll(file + ": ", "damaged", "delete the file");
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
