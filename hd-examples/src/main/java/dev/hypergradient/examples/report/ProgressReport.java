package dev.hypergradient.examples.report;

import dev.hypergradient.examples.terminal.Terminal;
import dev.hypergradient.examples.training.LearningRateFormat;
import dev.hypergradient.examples.training.TrainingObserver;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** Shows loss and learning rate of a run: a moving bar on a terminal, a few lines elsewhere. */
public interface ProgressReport extends TrainingObserver, AutoCloseable {
  @Override
  void close();

  /** A report of one run on the error stream, to be closed when the run ends. */
  static ProgressReport of(TrainingPlan plan) {
    return Terminal.isInteractive() ? new Bar(plan) : new Lines(plan, System.err);
  }

  private static String describe(double loss, TrainingRow row) {
    return String.format(
        Locale.ROOT, "loss %.4f  α %s", loss, LearningRateFormat.format(row.alpha()));
  }

  /** A bar that moves with every step. */
  final class Bar implements ProgressReport {
    private final ProgressBar bar;

    private Bar(TrainingPlan plan) {
      bar = Terminal.bar(plan.updater().label()).setInitialMax(plan.steps()).build();
    }

    @Override
    public void onRow(TrainingRow row) {
      if (row.epoch() > 0) {
        bar.setExtraMessage(describe(row.loss(), row)).step();
      }
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** At most {@value #LINES} lines, at the ends of epochs. */
  final class Lines implements ProgressReport {
    private static final int LINES = 10;
    private final TrainingPlan plan;
    private final PrintStream out;

    Lines(TrainingPlan plan, PrintStream out) {
      this.plan = plan;
      this.out = out;
    }

    @Override
    public void onRow(TrainingRow row) {
      int epochs = plan.epochs();
      // Without rounding there is a line wherever another tenth of all epochs is complete.
      boolean another = row.epoch() * LINES / epochs > (row.epoch() - 1) * LINES / epochs;
      if (row.epoch() > 0 && row.endsEpoch() && another) {
        out.printf(
            "%s: epoch %d of %d  %s%n",
            plan.updater().label(), row.epoch(), epochs, describe(row.lossEpoch(), row));
      }
    }

    @Override
    public void close() {}
  }
}
