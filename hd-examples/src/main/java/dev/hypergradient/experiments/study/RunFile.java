package dev.hypergradient.experiments.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finished runs of one problem, in a file that only grows: one row per run, written when the
 * run ends. A truncated last row is dropped. One process at a time may write.
 */
final class RunFile {
  private final Path file;
  private final Map<StudyRun, StudyResult> results = new HashMap<>();

  /** Bytes of whole rows; whatever follows them is overwritten. */
  private long end;

  private RunFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the runs of a file; one that does not exist has none.
   *
   * @throws IOException if it is no file of runs
   */
  static RunFile read(Path file) throws IOException {
    RunFile runs = new RunFile(file);
    String text = Files.exists(file) ? Files.readString(file) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    try {
      RunCsv.read(whole).forEach(result -> runs.results.put(result.run(), result));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " must hold runs of the study: " + e.getMessage(), e);
    }
    runs.end = bytes(whole).length;
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

  /** Keeps a finished run. */
  void add(StudyResult result) throws IOException {
    ByteBuffer row =
        ByteBuffer.wrap(bytes((end == 0 ? RunCsv.header() : "") + RunCsv.line(result)));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(end).position(end);
      while (row.hasRemaining()) {
        channel.write(row);
      }
      end = channel.position();
    }
    results.put(result.run(), result);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
