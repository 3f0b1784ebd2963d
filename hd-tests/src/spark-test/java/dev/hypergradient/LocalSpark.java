package dev.hypergradient;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;

/** Spark within the tests' JVM. */
public final class LocalSpark {

  private LocalSpark() {}

  /** A master with this many threads for workers, on the loopback interface only. */
  public static JavaSparkContext start(int threads) {
    return new JavaSparkContext(
        new SparkConf()
            .setMaster("local[" + threads + "]")
            .setAppName("tests")
            .set("spark.driver.host", "localhost")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.ui.enabled", "false"));
  }

  /**
   * A master that averages.
   *
   * @param batch examples of each DataSet, and of each worker's step
   * @param frequency steps of each worker between two averagings
   */
  static ParameterAveragingTrainingMaster averaging(
      int workers, int batch, int frequency, boolean saveUpdater) {
    return new ParameterAveragingTrainingMaster.Builder(workers, batch)
        .batchSizePerWorker(batch)
        .averagingFrequency(frequency)
        .saveUpdater(saveUpdater)
        .rddTrainingApproach(RDDTrainingApproach.Direct)
        .build();
  }
}
