package dev.hypergradient.experiments.report;

import dev.hypergradient.examples.files.WholeFile;
import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes reports as pages that need nothing but themselves: styles and pictures are part of them.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Writes or replaces a file.
   *
   * @param footer names and values, in their order
   * @throws IOException if it cannot be written or a picture cannot be read
   */
  public static void write(Report report, Map<String, String> footer, Path file)
      throws IOException {
    StringBuilder body = new StringBuilder();
    for (Section section : report.sections()) {
      append(body, section);
    }
    StringBuilder notes = new StringBuilder();
    footer.forEach(
        (name, value) ->
            notes.append("<dt>%s</dt><dd>%s</dd>%n".formatted(escape(name), escape(value))));
    String page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <header>
        <h1>%1$s</h1>
        <p>%3$s</p>
        </header>
        <main>
        %4$s</main>
        <footer>
        <dl>
        %5$s</dl>
        </footer>
        </body>
        </html>
        """
            .formatted(escape(report.title()), css(), escape(report.lead()), body, notes);
    WholeFile.write(file, part -> Files.writeString(part, page));
  }

  private static void append(StringBuilder html, Section section) throws IOException {
    html.append("<section>\n<h2>").append(escape(section.heading())).append("</h2>\n");
    if (!section.text().isEmpty()) {
      html.append("<p>").append(escape(section.text())).append("</p>\n");
    }
    if (section.picture().isPresent()) {
      byte[] png = Files.readAllBytes(section.picture().get());
      html.append("<img alt=\"").append(escape(section.heading()));
      html.append("\" src=\"data:image/png;base64,");
      html.append(Base64.getEncoder().encodeToString(png)).append("\">\n");
    }
    section.table().ifPresent(table -> append(html, table));
    html.append("</section>\n");
  }

  private static void append(StringBuilder html, TextTable table) {
    html.append("<div class=\"table\">\n<table>\n<thead>\n");
    appendRow(html, "th", table.header());
    html.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> appendRow(html, "td", row));
    html.append("</tbody>\n</table>\n</div>\n");
  }

  private static void appendRow(StringBuilder html, String tag, List<String> cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append('<').append(tag).append('>').append(escape(cell));
      html.append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  private static String css() throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
