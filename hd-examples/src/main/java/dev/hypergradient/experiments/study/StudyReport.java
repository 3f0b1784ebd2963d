package dev.hypergradient.experiments.study;

import dev.hypergradient.experiments.report.HtmlPage;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the files of a study. */
final class StudyReport {
  private StudyReport() {}

  /**
   * Writes or replaces a page, its pictures and its numbers.
   *
   * @param footer of the page
   * @param files how their names begin
   * @return the page
   */
  static Path write(Study study, Map<String, String> footer, Path files) throws IOException {
    StudyCsv.write(study, withEnding(files, ".csv"));
    Path constants = withEnding(files, "-constants.png");
    ConstantsChart.write(study, constants);
    Path rates = withEnding(files, "-rates.png");
    RatesChart.write(study, rates);
    Report report =
        new Report(
            "No number to choose: " + study.settings().size() + " settings",
            "Does an updater with the parameter-free rule train as well as the best constant rate"
                + " of a grid? All losses are means over the whole training set, relative to that"
                + " of the best constant rate of DL4J's own updater in the same setting; medians"
                + " over seeds.",
            List.of(
                Section.of(
                    "Goals and results",
                    "In brackets: after a method the number of settings that it took part in, after"
                        + " a value the number of those that exceed the bound. Additive: the"
                        + " papers' rule with the papers' numbers. One rate: the constant rate of"
                        + " each family with the smallest median loss over all settings. AMSGrad:"
                        + " at the best rate of each setting.",
                    GoalsTable.of(study)),
                Section.of(
                    "Every setting",
                    "The parameter-free rule, by problem and batch size: final training loss,"
                        + " below the name of the family, and loss after a tenth of the steps,"
                        + " relative to the best constant rate; points of test accuracy gained."
                        + " With this rule sgd and nesterovs are the same but for rounding; what"
                        + " differs is the constant rate that they are compared with.",
                    SettingsTable.of(study)),
                Section.of(
                    "Every constant rate",
                    ("Final loss relative to the best constant rate, drawn as %.2f if it is less"
                            + " and as %,.0f if it is more; dashed: the parameter-free rule.")
                        .formatted(ConstantsChart.MIN_RATIO, ConstantsChart.MAX_RATIO),
                    constants),
                Section.of(
                    "The learning rate over time",
                    "Of the parameter-free rule, one line per setting.",
                    rates)));
    Path html = withEnding(files, ".html");
    HtmlPage.write(report, footer, html);
    return html;
  }

  private static Path withEnding(Path files, String ending) {
    return files.resolveSibling(files.getFileName() + ending);
  }
}
