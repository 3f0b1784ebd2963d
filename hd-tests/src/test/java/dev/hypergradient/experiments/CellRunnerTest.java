package dev.hypergradient.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellRunnerTest {
  private static final Cell FIRST = Cells.cell(UpdaterName.SGD, 0.1, 0);
  private static final Cell SECOND = Cells.cell(UpdaterName.SGD_HD, 0.1, 1e-3);

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final List<Cell> trained = new ArrayList<>();

  @Test
  void finishedCellsAreNotRunAgain() throws IOException {
    List<CellResult> results = runner().run(List.of(FIRST));

    assertThat(runner().run(List.of(FIRST, SECOND))).startsWith(results.get(0)).hasSize(2);
    assertThat(trained).containsExactly(FIRST, SECOND);
    assertThat(out.toString()).contains("2 cells, 1 of them finished before");
  }

  @Test
  void interruptedCellsAreRunAgain() throws IOException {
    CellStore store = new CellStore(directory);
    CellRunner killed =
        new CellRunner(
            store,
            (cell, label) -> {
              if (cell.equals(SECOND)) {
                throw new IllegalStateException("killed");
              }
              return train(cell);
            },
            new PrintWriter(out));
    assertThatThrownBy(() -> killed.run(List.of(FIRST, SECOND))).hasMessage("killed");

    runner().run(List.of(FIRST, SECOND));

    assertThat(trained).containsExactly(FIRST, SECOND);
  }

  private CellRunner runner() {
    return new CellRunner(
        new CellStore(directory), (cell, label) -> train(cell), new PrintWriter(out));
  }

  private CellResult train(Cell cell) {
    trained.add(cell);
    return Cells.result(cell, 0.625);
  }
}
