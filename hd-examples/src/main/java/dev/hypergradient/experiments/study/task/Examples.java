package dev.hypergradient.experiments.study.task;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/**
 * Examples for a network with any number of inputs and outputs.
 *
 * @param inputs one for each of the network's
 * @param labels one for each of the network's outputs
 */
record Examples(List<Rows> inputs, List<Rows> labels) {
  /** Rejects inputs and labels of different numbers of examples. */
  Examples {
    inputs = List.copyOf(inputs);
    labels = List.copyOf(labels);
    long counts =
        Stream.concat(inputs.stream(), labels.stream()).map(Rows::count).distinct().count();
    if (counts != 1) {
      throw new IllegalArgumentException("inputs and labels must be equally many");
    }
  }

  /** Examples of one input and one label. */
  static Examples of(Rows inputs, Rows labels) {
    return new Examples(List.of(inputs), List.of(labels));
  }

  /** Number of examples. */
  int count() {
    return inputs.get(0).count();
  }

  /** All examples in their order. */
  int[] all() {
    return IntStream.range(0, count()).toArray();
  }

  /** The examples {@code order[from]} to {@code order[to − 1]} as a batch. */
  MultiDataSet batch(int[] order, int from, int to) {
    return new MultiDataSet(batches(inputs, order, from, to), batches(labels, order, from, to));
  }

  private static INDArray[] batches(List<Rows> arrays, int[] order, int from, int to) {
    return arrays.stream().map(rows -> rows.batch(order, from, to)).toArray(INDArray[]::new);
  }
}
