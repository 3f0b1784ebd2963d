package dev.hypergradient.benchmark;

import dev.hypergradient.examples.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of the benchmark, each with a table and a CSV file. */
enum Part {
  /** An updater's step, beside that of DL4J's and the speed of memory. */
  STEP {
    @Override
    void run(BenchmarkSetting setting, PrintWriter out) throws IOException {
      JmhProcess jmh = setting.jmh();
      List<StepCost> costs = new ArrayList<>();
      for (StepCase step : Terminal.progress("steps", setting.stepCases())) {
        costs.add(StepCost.of(step, step.measure(jmh)));
      }
      StepReport.writeCsv(costs, file(setting));
      print(setting, StepReport.table(costs), out);
    }
  },
  /** A network's whole training step. */
  TRAINING {
    @Override
    void run(BenchmarkSetting setting, PrintWriter out) throws IOException {
      JmhProcess jmh = setting.jmh();
      List<TrainingCost> costs = new ArrayList<>();
      for (TrainingCase training : Terminal.progress("training", setting.trainingCases())) {
        costs.add(TrainingCost.of(training, training.measure(jmh)));
      }
      TrainingReport.writeCsv(costs, file(setting));
      print(setting, TrainingReport.table(costs), out);
    }
  },
  /** What an updater keeps and what its step allocates. */
  MEMORY {
    @Override
    void run(BenchmarkSetting setting, PrintWriter out) throws IOException {
      List<MemoryCost> costs =
          setting.updaters().stream()
              .flatMap(pair -> setting.sizes().stream().map(size -> MemoryCost.measure(pair, size)))
              .toList();
      MemoryReport.writeCsv(costs, file(setting));
      print(setting, MemoryReport.table(costs), out);
    }
  };

  /**
   * Measures, and reports when all is done.
   *
   * @throws IOException if a measurement fails, or a file cannot be written
   */
  abstract void run(BenchmarkSetting setting, PrintWriter out) throws IOException;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  final Path file(BenchmarkSetting setting) {
    return setting.directory().resolve("benchmark-" + this + ".csv");
  }

  final void print(BenchmarkSetting setting, String table, PrintWriter out) {
    out.printf("%n%s: %s%n%s", this, file(setting), table);
    out.flush();
  }
}
