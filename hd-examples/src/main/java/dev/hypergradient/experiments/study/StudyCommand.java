package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.cli.DataCommand;
import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.experiments.Environment;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the rule that needs no number with the best constant rates, over many settings. */
@Command(
    name = "study",
    description = {
      "Does an updater without any number train as well as the best constant learning rate of a"
          + " grid? Trains many networks in many ways; data sets are not downloaded.",
      "",
      "Each problem has its own file of finished runs in OUT, so that two processes may work on"
          + " different problems at a time."
    })
public final class StudyCommand extends DataCommand {
  @Option(
      names = "--problems",
      paramLabel = "NAME",
      split = ",",
      description =
          "${COMPLETION-CANDIDATES}. Default: all whose data set is in --data or in the cache.")
  private Set<Problem> problems = Set.of();

  @Option(
      names = "--families",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "sgd,nesterovs,adam",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Set<Family> families;

  @Option(
      names = "--batches",
      paramLabel = "N",
      split = ",",
      converter = NumberTypes.Count.class,
      description = "Only these of each problem's batch sizes. Default: all.")
  private Set<Integer> batches = Set.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,3",
      description =
          "Seeds of initial weights and order of examples. With the first, all runs are made, with"
              + " the others those that count for the medians. Default: ${DEFAULT-VALUE}.")
  private Set<Long> seeds;

  @Option(
      names = "--steps",
      paramLabel = "FACTOR",
      defaultValue = "1",
      converter = NumberTypes.Factor.class,
      description =
          "Factor on the number of steps, which is 8000 / √(batch size) for most problems."
              + " Default: ${DEFAULT-VALUE}.")
  private double factor;

  @Option(names = "--report", description = "Train nothing; report on the runs that are there.")
  private boolean reportOnly;

  StudyCommand() {}

  @Override
  protected void run() throws IOException {
    List<RunPlan> plans = plans();
    if (plans.isEmpty()) {
      throw wrongOption("none of the problems has batches of " + batches + " images");
    }
    if (!reportOnly) {
      train(plans);
    }
    report(plans);
  }

  private List<RunPlan> plans() {
    List<RunPlan> plans = new ArrayList<>();
    for (Problem problem : problems.isEmpty() ? EnumSet.allOf(Problem.class) : problems) {
      for (int batchSize : problem.batchSizes()) {
        for (Family family : families) {
          if (batches.isEmpty() || batches.contains(batchSize)) {
            Setting setting = new Setting(problem, family, batchSize);
            plans.add(new RunPlan(setting, List.copyOf(seeds), problem.steps(batchSize, factor)));
          }
        }
      }
    }
    return plans;
  }

  private void train(List<RunPlan> plans) throws IOException {
    for (Problem problem : problemsOf(plans)) {
      Optional<Task> task = task(problem);
      if (task.isPresent()) {
        StudyRunner runner = new StudyRunner(RunFile.read(file(problem)), task.get(), out());
        for (RunPlan plan : plans) {
          if (plan.setting().problem() == problem) {
            runner.run(plan);
          }
        }
      }
    }
  }

  /** What to train; none if its data are missing, unless the user asked for this problem. */
  private Optional<Task> task(Problem problem) throws IOException {
    Optional<Task> task = problem.task(directories());
    if (task.isEmpty()) {
      String missing = problem.dataset().orElseThrow() + " is neither in --data nor in the cache";
      if (problems.contains(problem)) {
        throw wrongOption("--problems " + problem + " cannot be trained: " + missing);
      }
      out().println(problem + " is left out: " + missing);
    }
    return task;
  }

  private void report(List<RunPlan> plans) throws IOException {
    Map<Problem, RunFile> files = new EnumMap<>(Problem.class);
    for (Problem problem : problemsOf(plans)) {
      files.put(problem, RunFile.read(file(problem)));
    }
    List<SettingResults> settings =
        plans.stream()
            .map(plan -> SettingResults.of(plan, files.get(plan.setting().problem())))
            .flatMap(Optional::stream)
            .toList();
    if (settings.isEmpty()) {
      throw new IOException(
          "no setting is finished in " + outDirectory() + " of the " + plans.size() + " asked for");
    }
    Study study = new Study(settings);
    Path html = StudyReport.write(study, footer(settings), outDirectory().resolve(commandName()));
    for (boolean keptApart : new boolean[] {false, true}) {
      study
          .part(keptApart)
          .ifPresent(
              part ->
                  out()
                      .printf(
                          "%n%s%n%n%s%n",
                          keptApart ? "Problems kept apart:" : "Problems of the choice:",
                          GoalsTable.of(part)));
    }
    out().printf("%nReport: %s%n", html);
  }

  private Map<String, String> footer(List<SettingResults> settings) throws IOException {
    Map<String, String> footer = new LinkedHashMap<>();
    footer.put("command", "./hd " + arguments());
    footer.put("seeds", seeds.toString());
    footer.put(
        "training time",
        String.format(
            Locale.ROOT,
            "%.0f s in %d runs, evaluation included",
            settings.stream().mapToDouble(SettingResults::seconds).sum(),
            settings.stream().mapToInt(SettingResults::count).sum()));
    footer.putAll(Environment.describe());
    return footer;
  }

  private Path file(Problem problem) throws IOException {
    return outDirectory().resolve(commandName() + "-" + problem + ".csv");
  }

  private static Set<Problem> problemsOf(List<RunPlan> plans) {
    return plans.stream()
        .map(plan -> plan.setting().problem())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Problem.class)));
  }
}
