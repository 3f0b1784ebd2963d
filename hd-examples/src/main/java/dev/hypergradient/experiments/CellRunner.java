package dev.hypergradient.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Trains the cells that a store does not have yet, one after the other. */
final class CellRunner {
  private final CellStore store;
  private final BiFunction<Cell, String, CellResult> training;
  private final PrintWriter out;

  /**
   * A runner.
   *
   * @param training trains a cell under a label for its progress
   * @param out gets the number of cells to train
   */
  CellRunner(CellStore store, BiFunction<Cell, String, CellResult> training, PrintWriter out) {
    this.store = store;
    this.training = training;
    this.out = out;
  }

  /** The results of all cells, in their order. */
  List<CellResult> run(List<Cell> cells) throws IOException {
    List<Optional<CellResult>> found = new ArrayList<>();
    for (Cell cell : cells) {
      found.add(store.find(cell));
    }
    long finished = found.stream().filter(Optional::isPresent).count();
    out.printf("%d cells, %d of them finished before%n", cells.size(), finished);
    out.flush();
    List<CellResult> results = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      results.add(
          found.get(i).isPresent()
              ? found.get(i).get()
              : train(cells.get(i), (i + 1) + "/" + cells.size() + " "));
    }
    return results;
  }

  private CellResult train(Cell cell, String place) throws IOException {
    CellResult result = training.apply(cell, place + cell.method().id());
    store.put(result);
    return result;
  }
}
