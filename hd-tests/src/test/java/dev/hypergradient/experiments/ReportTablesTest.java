package dev.hypergradient.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.published.PublishedGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of results that are made up, so that what they must show is known. */
class ReportTablesTest {
  private static final List<CellResult> RESULTS =
      List.of(
          result(UpdaterName.SGD, 0, 0, 2),
          result(UpdaterName.SGD, 0.1, 0, Double.NaN),
          result(UpdaterName.SGD_HD, 0, 1e-3, 0.5),
          result(UpdaterName.SGD_HD, 0.1, 1e-3, 0.75));

  @TempDir private Path directory;

  @Test
  void sweepHasALineAMethodAndAColumnASetting() {
    Sweep sweep =
        new Sweep("α₀", List.of(0.0, 0.1), result -> result.method().learningRate(), RESULTS);

    assertThat(sweep.table(CellResult::fullTrainingLoss).header())
        .containsExactly("α₀", "0", "0.1");
    assertThat(sweep.table(CellResult::fullTrainingLoss).rows())
        .containsExactly(
            List.of("sgd", "2.0000", "diverged"), List.of("sgd-hd", "0.5000", "0.7500"));
    // Plain updaters end where they start.
    assertThat(sweep.rateTable().rows()).containsExactly(List.of("sgd-hd", "-0.0625", "-0.0625"));
  }

  @Test
  void gridTellsTheBestCellOfEachMethod() {
    assertThat(new Grid(RESULTS).best(0.29).rows())
        .containsExactly(
            List.of("sgd", "0", "", "-0.0625", "2.0000", "0.7500", "87.50 %", "2"),
            List.of("sgd-hd", "0", "0.001", "-0.0625", "0.5000", "0.7500", "87.50 %", "2"));
  }

  @Test
  void gridIsComparedWithTheAuthors() throws IOException {
    Files.writeString(
        directory.resolve("grid-logreg.csv"),
        """
        method,alpha_0,beta,full_train_loss
        sgd,0.0,0.0,2.0
        sgd_hd,0.0,0.001,0.4
        sgd_hd,0.1,0.001,0.8
        """);

    PublishedGridTable table = PublishedGridTable.of(RESULTS, PublishedGrid.read(directory));

    // |0.5 − 0.4| / 0.4 and |0.75 − 0.8| / 0.8: of two, the larger counts as the median.
    assertThat(table.table().rows())
        .containsExactly(
            List.of("sgd", "1", "0.0e+00", "0.0e+00", "0", "", "2.0000", "2.0000"),
            List.of("sgd-hd", "2", "2.5e-01", "2.5e-01", "0", "0.001", "0.5000", "0.4000"));
    assertThat(PublishedGridTable.of(RESULTS, PublishedGrid.none()).isEmpty()).isTrue();
  }

  @Test
  void filesHaveTheColumnsOfThePublishedOnes() throws IOException {
    Path summary = directory.resolve("summary.csv");
    Path epochs = directory.resolve("epochs.csv");

    SummaryCsv.write(RESULTS.subList(2, 3), 0.29, summary);
    EpochsCsv.write(RESULTS.subList(2, 3), epochs);

    assertThat(Files.readString(summary))
        .isEqualToNormalizingNewlines(
            """
            method,alpha_0,beta,epochs,batch,full_train_loss,test_loss,test_acc,mean_batch_loss,\
            final_alpha,min_alpha,max_alpha,seconds,iters_to_batch_loss_0.29
            sgd-hd,0.0,0.001,1,1,0.5,0.75,0.875,0.375,-0.0625,-0.0625,0.125,1.5,2
            """);
    assertThat(Files.readString(epochs))
        .isEqualToNormalizingNewlines(
            """
            model,method,alpha_0,beta,batch,epoch,iteration,loss_epoch,valid_loss_epoch,alpha_epoch
            logreg,sgd-hd,0.0,0.001,1,0,0,2.0,3.0,0.1
            logreg,sgd-hd,0.0,0.001,1,1,3,0.375,0.75,0.03125
            """);
  }

  private static CellResult result(
      UpdaterName updater, double learningRate, double hyperLearningRate, double loss) {
    return Cells.result(Cells.cell(updater, learningRate, hyperLearningRate), loss);
  }
}
