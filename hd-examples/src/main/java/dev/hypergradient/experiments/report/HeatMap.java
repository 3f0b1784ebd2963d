package dev.hypergradient.experiments.report;

import dev.hypergradient.examples.report.ChartStyle;
import dev.hypergradient.examples.report.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * A table of numbers as coloured cells with the numbers in them: the first row stands apart, above
 * the others.
 *
 * @param title above
 * @param columnTitle below the column labels
 * @param columns labels below the columns
 * @param rows from top to bottom
 * @param scale colours finite values
 * @param format writes all values; those that are not finite have a grey cell
 */
public record HeatMap(
    String title,
    String columnTitle,
    List<String> columns,
    List<Row> rows,
    ColorScale scale,
    DoubleFunction<String> format,
    int width)
    implements Picture {
  private static final int TOP = 44;
  private static final int BOTTOM = 62;
  private static final int LEFT = 84;
  private static final int RIGHT = 8;
  private static final int ROW_HEIGHT = 34;
  private static final int GAP = 10;
  private static final int LABEL_GAP = 8;
  private static final Color UNKNOWN = new Color(0xE4E4E4);

  /** Rejects missing parts and rows of other lengths. */
  public HeatMap {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(columnTitle, "columnTitle");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(format, "format");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.values().size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row must have " + columns.size() + " values, got " + row.values().size());
      }
    }
  }

  @Override
  public int height() {
    return TOP + rows.size() * ROW_HEIGHT + GAP + BOTTOM;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(ChartStyle.BOLD);
    graphics.setColor(ChartStyle.INK);
    FontMetrics bold = graphics.getFontMetrics();
    graphics.drawString(title, LEFT, TOP - bold.getHeight());
    graphics.drawString(
        columnTitle,
        LEFT + (width - LEFT - RIGHT - bold.stringWidth(columnTitle)) / 2,
        height() - bold.getHeight());
    graphics.setFont(ChartStyle.FONT);
    for (int i = 0; i < rows.size(); i++) {
      paintRow(graphics, rows.get(i), TOP + i * ROW_HEIGHT + (i == 0 ? 0 : GAP));
    }
    graphics.setColor(ChartStyle.INK);
    int baseline = height() - BOTTOM + graphics.getFontMetrics().getHeight();
    for (int i = 0; i < columns.size(); i++) {
      centred(graphics, columns.get(i), left(i), left(i + 1), baseline);
    }
  }

  private void paintRow(Graphics2D graphics, Row row, int top) {
    FontMetrics metrics = graphics.getFontMetrics();
    int baseline = top + (ROW_HEIGHT + metrics.getAscent() - metrics.getDescent()) / 2;
    graphics.setColor(ChartStyle.INK);
    graphics.drawString(row.label(), LEFT - LABEL_GAP - metrics.stringWidth(row.label()), baseline);
    for (int i = 0; i < columns.size(); i++) {
      double value = row.values().get(i);
      Color color = Double.isFinite(value) ? scale.color(value) : UNKNOWN;
      graphics.setColor(color);
      graphics.fillRect(left(i), top, left(i + 1) - left(i), ROW_HEIGHT);
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(1));
      graphics.drawRect(left(i), top, left(i + 1) - left(i), ROW_HEIGHT);
      graphics.setColor(ColorScale.isDark(color) ? Color.WHITE : ChartStyle.INK);
      centred(graphics, format.apply(value), left(i), left(i + 1), baseline);
    }
  }

  private int left(int column) {
    return LEFT + (width - LEFT - RIGHT) * column / columns.size();
  }

  private static void centred(Graphics2D graphics, String text, int from, int to, int baseline) {
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, from + (to - from - width) / 2, baseline);
  }

  /** A labelled row of values. */
  public record Row(String label, List<Double> values) {
    /** Copies the list. */
    public Row {
      Objects.requireNonNull(label, "label");
      values = List.copyOf(values);
    }
  }
}
