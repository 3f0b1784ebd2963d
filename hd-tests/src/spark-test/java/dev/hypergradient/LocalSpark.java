package dev.hypergradient;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

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
}
