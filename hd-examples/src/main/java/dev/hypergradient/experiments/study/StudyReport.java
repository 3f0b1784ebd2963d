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
    Path starts = withEnding(files, "-starts.png");
    StartsChart.write(study, starts);
    Path constants = withEnding(files, "-constants.png");
    ConstantsChart.write(study, constants);
    Path rates = withEnding(files, "-rates.png");
    RatesChart.write(study, rates);
    Report report =
        new Report(
            "No number to choose: " + study.settings().size() + " settings",
            "Does an updater that learns its learning rate by the long-horizon rule, without any"
                + " number, train as well as the best constant rate of a grid? All losses are means"
                + " over the whole training set, relative to that of the best constant rate of"
                + " DL4J's own updater in the same setting; medians over seeds.",
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
                    "The rule without a number, by problem and batch size: final training"
                        + " loss, below the name of the family, and loss after a tenth of the"
                        + " steps, relative to the best constant rate; points of test accuracy"
                        + " gained; largest over smallest final loss when started from 0 to 0.1.",
                    SettingsTable.of(study)),
                Section.of(
                    "What it starts from",
                    "Final loss relative to the best constant rate, one thin line per setting;"
                        + " thick: their median.",
                    starts),
                Section.of(
                    "Every constant rate",
                    "Final loss relative to the best constant rate, drawn as %,.0f if it is more;"
                            .formatted(ConstantsChart.MAX_RATIO)
                        + " dashed: without a number.",
                    constants),
                Section.of(
                    "The learning rate over time",
                    "Without a number, one line per setting.",
                    rates)));
    Path html = withEnding(files, ".html");
    HtmlPage.write(report, footer, html);
    return html;
  }

  private static Path withEnding(Path files, String ending) {
    return files.resolveSibling(files.getFileName() + ending);
  }
}
