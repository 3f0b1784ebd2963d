package dev.hypergradient.examples.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Files of comma-separated values below a line of column names. */
public final class CsvFile {
  /** Several times what the longest training runs leave. */
  private static final int LIMIT = 1 << 26;

  private CsvFile() {}

  /** Writes the rows of a file. */
  @FunctionalInterface
  public interface Rows {
    /** Prints row after row. */
    void printTo(CSVPrinter csv) throws IOException;
  }

  /**
   * Writes or replaces a file, as a whole.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path file, List<String> columns, Rows rows) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(columns.toArray(String[]::new)).get();
    WholeFile.write(
        file,
        part -> {
          try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), format)) {
            rows.printTo(csv);
          }
        });
  }

  /**
   * Reads the rows of a file, plain or packed with gzip.
   *
   * @param row takes a row; throws an {@code IllegalArgumentException} if a column is missing or
   *     holds no number
   * @throws MalformedFileException if a row cannot be read or the file is larger than 64 MiB
   */
  public static void read(Path file, Consumer<CSVRecord> row) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    long line = 1;
    byte[] bytes = PackedFile.all(file, LIMIT);
    try (CSVParser parser =
        format.parse(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
      for (CSVRecord values : parser) {
        line = parser.getCurrentLineNumber();
        row.accept(values);
      }
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new MalformedFileException(file, line, e.getMessage());
    } catch (IOException e) {
      throw new MalformedFileException(file, IoErrors.describe(e));
    }
  }
}
