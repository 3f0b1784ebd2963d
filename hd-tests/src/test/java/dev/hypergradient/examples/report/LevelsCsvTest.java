package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelsCsvTest {
  @TempDir private Path directory;

  @Test
  void hasAColumnForEachValueThatIsLearned() throws IOException {
    Path file = directory.resolve("levels.csv");

    LevelsCsv.write(Records.tower("x", 0.125, 0.25), file);

    // The rate of the top, level 2, is constant.
    assertThat(file)
        .hasContent(
            """
            Iteration,Hypergradient,Cosine,SkippedSteps,level 0 learningRate,\
            level 1 learningRate[0],level 1 learningRate[1]\r
            0,0.0,nan,0,0.5,0.125,0.25\r
            2,0.0,nan,0,0.5,0.125,0.25\r
            3,-20.0,-0.25,1,0.5,0.125,0.25\r
            """);
  }

  @Test
  void severalRecordsHaveTheColumnsOfAll() throws IOException {
    Path file = directory.resolve("levels.csv");

    LevelsCsv.write(
        List.of(Records.tower("one / x", 0.125), Records.tower("two", 0.25, 0.75)), "Tower", file);

    assertThat(file)
        .content()
        .startsWith(
            "Tower,Iteration,Hypergradient,Cosine,SkippedSteps,level 0 learningRate,"
                + "level 1 learningRate,level 1 learningRate[0],level 1 learningRate[1]\r\n")
        .contains("\r\none / x,3,-20.0,-0.25,1,0.5,0.125,nan,nan\r\n")
        .endsWith("\r\ntwo,3,-20.0,-0.25,1,0.5,nan,0.25,0.75\r\n");
  }
}
