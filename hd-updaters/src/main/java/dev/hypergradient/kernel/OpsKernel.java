package dev.hypergradient.kernel;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * FLOAT and DOUBLE vectors by ND4J operations, which every backend has.
 *
 * <p>A step is one BLAS dot for each {@value #CHUNK} parameters, one native updater operation or
 * copy, and one multiplication.
 */
public final class OpsKernel implements Kernel {

  // BLAS sums FLOAT vectors in single precision: over 10⁷ elements the square of a norm came out
  // 1e-4
  // off, over 2¹⁶ less than 1e-6. The chunks' results are summed in double precision.
  private static final int CHUNK = 1 << 16;

  /** A kernel without state of its own. */
  public OpsKernel() {}

  @Override
  public double dot(INDArray x, INDArray y) {
    long length = x.length();
    if (length <= CHUNK) {
      return Nd4j.getBlasWrapper().dot(x, y);
    }
    DataBuffer xs = Vectors.root(x);
    DataBuffer ys = Vectors.root(y);
    double sum = 0;
    for (long start = 0; start < length; start += CHUNK) {
      long n = Math.min(CHUNK, length - start);
      sum +=
          Nd4j.getBlasWrapper()
              .dot(
                  Vectors.view(xs, x.offset() + start, n), Vectors.view(ys, y.offset() + start, n));
    }
    return sum;
  }

  @Override
  public boolean isFinite(INDArray x) {
    return Double.isFinite(x.sumNumber().doubleValue());
  }

  @Override
  public void sgd(INDArray gradient, INDArray direction, double learningRate) {
    direction.assign(gradient);
    gradient.muli(learningRate);
  }

  @Override
  public void nesterovs(
      INDArray gradient,
      INDArray direction,
      INDArray velocity,
      double momentum,
      double learningRate) {
    Nd4j.exec(new NesterovsUpdater(gradient, velocity, direction, velocity, 1.0, momentum));
    direction.muli(learningRate, gradient);
  }

  // The learning rate must not be passed on: with 0 the native operation steps with ε instead.
  @Override
  public void adam(
      INDArray gradient,
      INDArray direction,
      INDArray firstMoment,
      INDArray secondMoment,
      AdamCoefficients c,
      double learningRate) {
    Nd4j.exec(
        new AdamUpdater(
            gradient,
            secondMoment,
            firstMoment,
            direction,
            secondMoment,
            firstMoment,
            1.0,
            c.beta1,
            c.beta2,
            c.epsilon,
            c.iteration));
    direction.muli(learningRate, gradient);
  }

  @Override
  public void correct(INDArray update, INDArray direction, double change) {
    update.addi(direction.mul(change));
  }
}
