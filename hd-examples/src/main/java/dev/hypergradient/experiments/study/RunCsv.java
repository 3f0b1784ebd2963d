package dev.hypergradient.experiments.study;

import static java.util.stream.Collectors.joining;

import dev.hypergradient.examples.files.TextChecksum;
import dev.hypergradient.examples.report.CsvReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The format of a problem's runs: a header, then one row per run that ends with its checksum. */
final class RunCsv {
  private static final List<String> COLUMNS =
      List.of(
          "problem",
          "batch",
          "family",
          "method",
          "rate",
          "seed",
          "steps",
          "initial_loss",
          "tenth_loss",
          "loss",
          "averaged_loss",
          "test_accuracy",
          "finite",
          "smallest_rate",
          "largest_rate",
          "final_rate",
          "seconds",
          "rates",
          "crc32c");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private RunCsv() {}

  /** The first line, with its end. */
  static String header() {
    return FORMAT.format(COLUMNS.toArray()) + "\n";
  }

  /**
   * Checks the first line, given without its end.
   *
   * @throws IllegalArgumentException if it is that of another format
   */
  static void checkHeader(String line) {
    if (!header().equals(line + "\n")) {
      throw new IllegalArgumentException("the columns must be " + COLUMNS + ", got " + line);
    }
  }

  /** A run's line, with its end. */
  static String line(StudyResult result) {
    StudyRun run = result.run();
    String row =
        FORMAT.format(
            run.setting().problem(),
            run.setting().batchSize(),
            run.setting().family(),
            run.method(),
            run.rate(),
            run.seed(),
            run.steps(),
            CsvReport.number(result.initialLoss()),
            CsvReport.number(result.tenthLoss()),
            CsvReport.number(result.loss()),
            CsvReport.number(result.averagedLoss()),
            CsvReport.number(result.accuracy()),
            result.finite(),
            CsvReport.number(result.minRate()),
            CsvReport.number(result.maxRate()),
            CsvReport.number(result.finalRate()),
            result.seconds(),
            result.rates().stream().map(p -> p.step() + ":" + p.rate()).collect(joining(" ")),
            "");
    return TextChecksum.append(row) + "\n";
  }

  /**
   * The run of a line, given without its end.
   *
   * @throws IllegalArgumentException if the line is damaged or of another format
   */
  static StudyResult read(String line) throws IOException {
    CSVFormat format = FORMAT.builder().setHeader(COLUMNS.toArray(String[]::new)).get();
    try (CSVParser parser = format.parse(new StringReader(TextChecksum.remove(line)))) {
      return parser.stream()
          .map(RunCsv::result)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("the line is empty"));
    }
  }

  private static StudyResult result(CSVRecord row) {
    Setting setting =
        new Setting(
            find(Problem.values(), row.get("problem")),
            find(Family.values(), row.get("family")),
            Integer.parseInt(row.get("batch")));
    StudyRun run =
        new StudyRun(
            setting,
            find(StudyMethod.values(), row.get("method")),
            number(row, "rate"),
            Long.parseLong(row.get("seed")),
            Integer.parseInt(row.get("steps")));
    return new StudyResult(
        run,
        number(row, "initial_loss"),
        number(row, "tenth_loss"),
        number(row, "loss"),
        number(row, "averaged_loss"),
        number(row, "test_accuracy"),
        Boolean.parseBoolean(row.get("finite")),
        number(row, "smallest_rate"),
        number(row, "largest_rate"),
        number(row, "final_rate"),
        number(row, "seconds"),
        points(row.get("rates")));
  }

  private static double number(CSVRecord row, String column) {
    return CsvReport.number(row.get(column));
  }

  private static List<RatePoint> points(String text) {
    return Stream.of(text.split(" "))
        .filter(point -> !point.isEmpty())
        .map(point -> point.split(":"))
        .map(parts -> new RatePoint(Integer.parseInt(parts[0]), Double.parseDouble(parts[1])))
        .toList();
  }

  /** The constant with this name in a column. */
  private static <T> T find(T[] constants, String name) {
    return Arrays.stream(constants)
        .filter(constant -> constant.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown name " + name));
  }
}
