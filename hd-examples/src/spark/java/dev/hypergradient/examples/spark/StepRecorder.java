package dev.hypergradient.examples.spark;

import dev.hypergradient.Hypergradients;
import java.io.Serial;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Sends the learning rates of every worker's steps to the driver.
 *
 * @serial exclude
 */
final class StepRecorder implements TrainingHook {
  @Serial private static final long serialVersionUID = 1;

  private final CollectionAccumulator<WorkerStep> steps;

  /** Every task has its own copy of the recorder, so this is one worker's. */
  private transient double before;

  StepRecorder(CollectionAccumulator<WorkerStep> steps) {
    this.steps = steps;
  }

  @Override
  public void preUpdate(DataSet minibatch, Model model) {
    before = learningRate(model);
  }

  @Override
  public void postUpdate(DataSet minibatch, Model model) {
    TaskContext task = TaskContext.get();
    steps.add(new WorkerStep(task.stageId(), task.partitionId(), before, learningRate(model)));
  }

  @Override
  public void preUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("networks of one input only");
  }

  @Override
  public void postUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("networks of one input only");
  }

  /**
   * The rate in the network's own state. {@code getLearningRate(layer)} asks the configuration,
   * which all networks within one JVM share here.
   */
  static double learningRate(Model model) {
    return Hypergradients.of(model).getLearningRate();
  }
}
