package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A training record and the line that it is drawn with. */
public record StyledRecord(TrainingRecord training, LineStyle style) {
  /** Rejects missing parts. */
  public StyledRecord {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(style, "style");
  }

  /** A record in the style of its place among others. */
  public static StyledRecord at(int place, TrainingRecord training) {
    return new StyledRecord(training, LineStyle.of(place));
  }

  /** Records in the styles of their places. */
  public static List<StyledRecord> inOrder(List<TrainingRecord> records) {
    return IntStream.range(0, records.size()).mapToObj(i -> at(i, records.get(i))).toList();
  }

  /** A curve of the record, in its style and with its label. */
  public StyledCurve curve(Function<TrainingRecord, Curve> curve) {
    return new StyledCurve(training.label(), style, curve.apply(training));
  }
}
