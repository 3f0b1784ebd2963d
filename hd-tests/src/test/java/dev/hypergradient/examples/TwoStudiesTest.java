package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.files.TextChecksum;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TwoStudiesTest {
  @TempDir private Path directory;

  /** Of one problem, and thus with one file, at the same time. */
  @Test
  void keepTheRunsOfBoth() throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    List<Path> printed = new ArrayList<>();
    for (String family : List.of("sgd", "adam")) {
      Path out = directory.resolve(family + ".txt");
      String command =
          "Experiment study --problems iris --batches 16 --seeds 1 --steps 0.02 --families ";
      processes.add(CommandProcess.start(command + family, directory, Redirect.to(out.toFile())));
      printed.add(out);
    }
    int trained = 0;
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i).waitFor()).isZero();
      String text = Files.readString(printed.get(i));
      trained += Integer.parseInt(text.replaceFirst("(?s).*?: (\\d+) runs trained.*", "$1"));
    }

    List<String> rows = Files.readAllLines(directory.resolve("study-iris.csv"));
    assertThat(rows).hasSize(1 + trained).doesNotHaveDuplicates();
    rows.stream().skip(1).forEach(TextChecksum::remove);
  }
}
