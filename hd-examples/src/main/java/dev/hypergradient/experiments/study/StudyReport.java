package dev.hypergradient.experiments.study;

import dev.hypergradient.experiments.report.HtmlPage;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<Section> sections = new ArrayList<>();
    study.part(true).ifPresent(part -> addTables(sections, "Problems kept apart", part));
    study.part(false).ifPresent(part -> addTables(sections, "Problems of the choice", part));
    sections.add(
        Section.of(
            "Every constant rate",
            ("Final loss relative to the best constant rate, drawn as %.2f if it is less and as"
                    + " %,.0f if it is more; dashed: the parameter-free rule.")
                .formatted(ConstantsChart.MIN_RATIO, ConstantsChart.MAX_RATIO),
            constants));
    sections.add(
        Section.of(
            "The learning rate over time",
            "Of the parameter-free rule, one line per setting.",
            rates));
    Report report =
        new Report(
            "No number to choose: " + study.settings().size() + " settings",
            "Does an updater with the parameter-free rule train as well as the best constant rate"
                + " of a grid, and as the best rate that decays to zero? All losses are means over"
                + " the whole training set, relative to that of the best constant rate of DL4J's"
                + " own updater in the same setting; medians over seeds. Losses below a thousandth"
                + " of the first one count as that.",
            sections);
    Path html = withEnding(files, ".html");
    HtmlPage.write(report, footer, html);
    return html;
  }

  private static void addTables(List<Section> sections, String title, Study part) {
    sections.add(
        Section.of(
            title + ": goals and results",
            "In brackets: after a method the number of settings that it took part in, after a value"
                + " the number of those that exceed the bound. Best cosine: the best of nine rates,"
                + " each decaying to zero. Best average: the best of nine constant rates, evaluated"
                + " at the average of the parameters. One rate: the constant rate of each family"
                + " with the smallest median loss. Additive: the papers' rule with the papers'"
                + " numbers. Points of test accuracy: test sets of 1,000 and more.",
            GoalsTable.of(part)));
    sections.add(
        Section.of(
            title + ": every setting",
            "The parameter-free rule, by problem and batch size: final training loss, below the"
                + " name of the family relative to the best constant rate, then to the best cosine;"
                + " loss after a tenth of the steps, relative to the best constant rate; points of"
                + " test accuracy gained over it. With this rule sgd and nesterovs are the same but"
                + " for rounding; what differs is what they are compared with.",
            SettingsTable.of(part)));
  }

  private static Path withEnding(Path files, String ending) {
    return files.resolveSibling(files.getFileName() + ending);
  }
}
