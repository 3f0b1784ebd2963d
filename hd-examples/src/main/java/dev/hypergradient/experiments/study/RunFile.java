package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.files.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finished runs of one problem, in a file that only grows: one row per run, written when the
 * run ends. Several processes may write, in turns. A last row without its end, which a killed
 * process leaves, counts as missing; any other damage is an error, which the checksum at the end of
 * each row tells.
 */
final class RunFile {
  private final Path file;
  private final Map<StudyRun, StudyResult> results = new HashMap<>();

  private RunFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the runs of a file; one that does not exist has none.
   *
   * @throws MalformedFileException if it is no file of runs or was damaged
   */
  static RunFile read(Path file) throws IOException {
    RunFile runs = new RunFile(file);
    if (Files.exists(file)) {
      runs.take(runs.wholeRows(Files.readAllBytes(file)));
    }
    return runs;
  }

  /** The run's result, if it was finished. */
  Optional<StudyResult> find(StudyRun run) {
    return Optional.ofNullable(results.get(run));
  }

  /** The results of those runs that were finished, in their order. */
  List<StudyResult> find(List<StudyRun> runs) {
    return runs.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /**
   * Keeps a finished run, and finds those that other processes have finished meanwhile.
   *
   * @throws IOException if the run cannot be written, or, after it was, if others are damaged
   */
  void add(StudyResult result) throws IOException {
    byte[] rows;
    // A file lock holds against other processes only; another thread would be refused.
    synchronized (RunFile.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        rows = wholeRows(Channels.newInputStream(channel).readAllBytes());
        append(channel, rows.length, result);
      }
    }
    take(rows);
    results.putIfAbsent(result.run(), result);
  }

  private static void append(FileChannel channel, int end, StudyResult result) throws IOException {
    String row = (end == 0 ? RunCsv.header() : "") + RunCsv.line(result);
    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(StandardCharsets.UTF_8));
    channel.truncate(end).position(end);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private void take(byte[] rows) throws IOException {
    int number = 0;
    for (String line : new String(rows, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      try {
        if (number == 1) {
          RunCsv.checkHeader(line);
        } else {
          StudyResult result = RunCsv.read(line);
          results.putIfAbsent(result.run(), result);
        }
      } catch (IllegalArgumentException e) {
        throw new MalformedFileException(
            file,
            number,
            "is no run of the study: "
                + e.getMessage()
                + "; a run whose line is deleted is trained again");
      }
    }
  }

  /**
   * What is before the row that a killed process has not ended.
   *
   * @throws IOException if there is no row and not even the beginning of a header
   */
  private byte[] wholeRows(byte[] bytes) throws IOException {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end == 0 && !RunCsv.header().startsWith(new String(bytes, StandardCharsets.UTF_8))) {
      throw new MalformedFileException(file, 1, "is no run of the study");
    }
    return Arrays.copyOf(bytes, end);
  }
}
