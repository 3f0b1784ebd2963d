package dev.hypergradient.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
  @TempDir private Path directory;

  @Test
  void embedsPicturesAndEscapesText() throws IOException {
    byte[] bytes = {1, 2, 3};
    Path picture = Files.write(directory.resolve("x.png"), bytes);
    TextTable table = new TextTable("a<b", "c");
    table.add("1 & 2", "\"3\"");
    Path file = directory.resolve("page.html");

    HtmlPage.write(
        new Report(
            "100 % <done>",
            "lead",
            List.of(Section.of("picture", "", picture), Section.of("table", "text", table))),
        Map.of("command", "x > y"),
        file);

    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>100 % &lt;done&gt;</h1>")
        .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(bytes))
        .contains("<tr><th>a&lt;b</th><th>c</th></tr>")
        .contains("<tr><td>1 &amp; 2</td><td>&quot;3&quot;</td></tr>")
        .contains("<dt>command</dt><dd>x &gt; y</dd>")
        .contains("prefers-color-scheme: dark")
        // An empty text leaves no paragraph.
        .containsOnlyOnce("<p>text</p>")
        .doesNotContain("<p></p>", "http");
  }
}
