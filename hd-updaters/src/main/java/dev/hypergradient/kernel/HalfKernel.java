package dev.hypergradient.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * HALF vectors, computed in FLOAT: BLAS has no HALF, and neither squared gradients nor Adam's usual
 * ε fit into it. The state stays HALF; of Adam's second moment it holds the square root, which has
 * the range of the gradient itself.
 *
 * <p>Each call copies its vectors to FLOAT and back.
 */
public final class HalfKernel implements Kernel {

  private final Kernel floats;

  /**
   * A kernel that leaves the arithmetic to another.
   *
   * @param floats a kernel for FLOAT vectors
   */
  public HalfKernel(Kernel floats) {
    this.floats = floats;
  }

  @Override
  public double dot(INDArray x, INDArray y) {
    INDArray xs = widen(x);
    INDArray ys = widen(y);
    double dot = floats.dot(xs, ys);
    xs.close();
    ys.close();
    return dot;
  }

  @Override
  public boolean isFinite(INDArray x) {
    INDArray xs = widen(x);
    boolean finite = floats.isFinite(xs);
    xs.close();
    return finite;
  }

  @Override
  public void sgd(INDArray gradient, INDArray direction, double learningRate) {
    INDArray g = widen(gradient);
    INDArray d = widen(direction);
    floats.sgd(g, d, learningRate);
    narrow(g, gradient);
    narrow(d, direction);
  }

  @Override
  public void nesterovs(
      INDArray gradient,
      INDArray direction,
      INDArray velocity,
      double momentum,
      double learningRate) {
    INDArray g = widen(gradient);
    INDArray d = widen(direction);
    INDArray v = widen(velocity);
    floats.nesterovs(g, d, v, momentum, learningRate);
    narrow(g, gradient);
    narrow(d, direction);
    narrow(v, velocity);
  }

  @Override
  public void adam(
      INDArray gradient,
      INDArray direction,
      INDArray firstMoment,
      INDArray secondMoment,
      AdamCoefficients coefficients,
      double learningRate) {
    INDArray g = widen(gradient);
    INDArray d = widen(direction);
    INDArray m = widen(firstMoment);
    INDArray v = widen(secondMoment);
    v.muli(v);
    floats.adam(g, d, m, v, coefficients, learningRate);
    narrow(g, gradient);
    narrow(d, direction);
    narrow(m, firstMoment);
    narrow(Transforms.sqrt(v, false), secondMoment);
  }

  @Override
  public void correct(INDArray update, INDArray direction, double change) {
    INDArray u = widen(update);
    INDArray d = widen(direction);
    floats.correct(u, d, change);
    d.close();
    narrow(u, update);
  }

  private static INDArray widen(INDArray half) {
    return half.castTo(DataType.FLOAT);
  }

  private static void narrow(INDArray floats, INDArray half) {
    half.assign(floats);
    floats.close();
  }
}
