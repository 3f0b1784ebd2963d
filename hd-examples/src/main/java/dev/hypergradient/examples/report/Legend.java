package dev.hypergradient.examples.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Objects;

/** Names the lines of several charts in one place, in as many columns as fit. */
public record Legend(List<Entry> entries) {
  private static final int LINE_HEIGHT = 24;
  private static final int PADDING = 12;
  private static final int SAMPLE_WIDTH = 36;
  private static final int GAP = 8;
  private static final int COLUMN_GAP = 32;
  private static final float SAMPLE_THICKNESS = 2f;

  /** An empty legend, which takes no room. */
  public static final Legend NONE = new Legend(List.of());

  /** Copies the list. */
  public Legend {
    entries = List.copyOf(entries);
  }

  /** The labels of records. */
  public static Legend of(List<StyledRecord> records) {
    return new Legend(
        records.stream()
            .map(styled -> new Entry(styled.training().label(), styled.style()))
            .toList());
  }

  /** Points needed below charts of a width. */
  int height(int width) {
    return entries.isEmpty() ? 0 : lines(width) * LINE_HEIGHT + 2 * PADDING;
  }

  /** Paints the legend in the middle of a width, from the present origin downwards. */
  void paint(Graphics2D graphics, int width) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(ChartStyle.FONT);
    int lines = lines(width);
    int usedColumns = (entries.size() + lines - 1) / Math.max(1, lines);
    int left = (width - usedColumns * columnWidth() + COLUMN_GAP) / 2;
    for (int i = 0; i < entries.size(); i++) {
      int x = left + i / lines * columnWidth();
      int middle = PADDING + i % lines * LINE_HEIGHT + LINE_HEIGHT / 2;
      LineStyle style = entries.get(i).style();
      graphics.setColor(style.color());
      graphics.setStroke(style.stroke(SAMPLE_THICKNESS));
      graphics.drawLine(x, middle, x + SAMPLE_WIDTH, middle);
      graphics.setColor(ChartStyle.INK);
      int baseline = middle + graphics.getFontMetrics().getAscent() / 2 - 1;
      graphics.drawString(entries.get(i).label(), x + SAMPLE_WIDTH + GAP, baseline);
    }
  }

  private int lines(int width) {
    int columns = Math.max(1, (width - 2 * PADDING + COLUMN_GAP) / columnWidth());
    return (entries.size() + columns - 1) / columns;
  }

  private int columnWidth() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    double longest =
        entries.stream()
            .map(Entry::label)
            .mapToDouble(label -> ChartStyle.FONT.getStringBounds(label, context).getWidth())
            .max()
            .orElse(0);
    return SAMPLE_WIDTH + GAP + (int) Math.ceil(longest) + COLUMN_GAP;
  }

  /** A label and the line that it names. */
  public record Entry(String label, LineStyle style) {
    /** Rejects missing parts. */
    public Entry {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(style, "style");
    }
  }
}
