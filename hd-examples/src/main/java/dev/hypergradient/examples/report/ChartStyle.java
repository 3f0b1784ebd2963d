package dev.hypergradient.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** The style of all charts. */
public final class ChartStyle {
  /** Colours that colour-blind eyes tell apart, by Okabe and Ito, who have yellow for the last. */
  private static final List<Color> COLORS =
      List.of(
          new Color(0xD55E00),
          new Color(0x0072B2),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000),
          new Color(0x7F6000));

  public static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  public static final Font BOLD = FONT.deriveFont(Font.BOLD);
  public static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE4E4E4);

  private ChartStyle() {}

  /** An empty chart; sizes in points. Its legend is hidden, its x axis has whole numbers. */
  public static XYChart chart(String yTitle, int width, int height) {
    XYChart chart = new XYChart(width, height, ChartTheme.XChart);
    chart.setYAxisTitle(yTitle);
    style(chart.getStyler());
    return chart;
  }

  /** The colour of a series; they repeat after eight. */
  public static Color color(int series) {
    return COLORS.get(series % COLORS.size());
  }

  private static void style(XYStyler styler) {
    styler
        .setBaseFont(FONT)
        .setLegendFont(FONT)
        .setLegendVisible(false)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setChartPadding(12)
        .setPlotBorderVisible(false)
        .setYAxisLeftWidthHint(80);
    styler.setChartTitleFont(BOLD);
    styler.setChartTitleBoxVisible(false);
    styler.setAxisTitleFont(BOLD);
    styler.setAxisTickLabelsFont(FONT);
    styler.setAxisTickLabelsColor(INK);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setPlotMargin(0);
    styler.setMarkerSize(6);
    styler.setYAxisDecimalPattern("0.######");
    styler.setXAxisDecimalPattern("0");
  }
}
