package dev.hypergradient.examples.terminal;

import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * Whether the user looks at a terminal, where progress bars move, or at a pipe or file, where they
 * must not.
 */
public final class Terminal {
  private Terminal() {}

  /** Whether output goes to a terminal that understands escape sequences. */
  public static boolean isInteractive() {
    return Ansi.AUTO.enabled();
  }

  /** Tells the user what may not be as it was meant. */
  public static void warn(String message) {
    System.err.println("Warning: " + message);
  }

  /** The same items, with a bar that moves as they are taken, if there is a terminal. */
  public static <T> Iterable<T> progress(String task, List<T> items) {
    return isInteractive() ? ProgressBar.wrap(items, bar(task)) : items;
  }

  /** A progress bar on the error stream; to be used on a terminal only. */
  public static ProgressBarBuilder bar(String task) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
        .setUpdateIntervalMillis(100)
        .setConsumer(new ConsoleProgressBarConsumer(System.err));
  }
}
