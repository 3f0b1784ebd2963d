package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.terminal.Terminal;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Trains the runs of one problem that its file does not have yet, one after the other. */
final class StudyRunner {
  private final RunFile file;
  private final Task task;
  private final PrintWriter out;

  /**
   * A runner.
   *
   * @param out gets a line for every setting
   */
  StudyRunner(RunFile file, Task task, PrintWriter out) {
    this.file = file;
    this.task = task;
    this.out = out;
  }

  /** Completes the runs of a plan. */
  void run(RunPlan plan) throws IOException {
    List<StudyRun> first = plan.first();
    int trained = train(plan.setting().toString(), first);
    trained += train(plan.setting() + ", other seeds", plan.further(file.find(first)));
    out.printf(Locale.ROOT, "%s: %d runs trained%n", plan.setting(), trained);
    out.flush();
  }

  private int train(String label, List<StudyRun> runs) throws IOException {
    List<StudyRun> missing = runs.stream().filter(run -> file.find(run).isEmpty()).toList();
    int trained = 0;
    for (StudyRun run : Terminal.progress(label, missing)) {
      // Another process may have finished it meanwhile.
      if (file.find(run).isEmpty()) {
        file.add(RunTrainer.train(run, task));
        trained++;
      }
    }
    return trained;
  }
}
