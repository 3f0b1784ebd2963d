package dev.hypergradient.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * HALF vectors, computed in FLOAT: BLAS has no HALF, and neither squared gradients nor Adam's usual
 * ε fit into it. The state stays HALF; of averages of squares it holds the root, which has the
 * range of the gradient itself.
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
  public double[] dots(INDArray x, INDArray... ys) {
    INDArray wideX = widen(x);
    INDArray[] wideYs = widen(ys);
    double[] sums = floats.dots(wideX, wideYs);
    wideX.close();
    Arrays.stream(wideYs).forEach(INDArray::close);
    return sums;
  }

  @Override
  public boolean isFinite(INDArray x) {
    INDArray wide = widen(x);
    boolean finite = floats.isFinite(wide);
    wide.close();
    return finite;
  }

  @Override
  public void step(Step step, INDArray gradient, INDArray[] vectors, double learningRate) {
    INDArray g = widen(gradient);
    INDArray[] wide = widen(vectors);
    for (int i : step.squares()) {
      wide[i].muli(wide[i]);
    }
    floats.step(step, g, wide, learningRate);
    for (int i : step.squares()) {
      Transforms.sqrt(wide[i], false);
    }
    narrow(g, gradient);
    for (int i = 0; i < vectors.length; i++) {
      narrow(wide[i], vectors[i]);
    }
  }

  @Override
  public void fillSquares(INDArray vector, double value) {
    vector.assign(Math.sqrt(value));
  }

  @Override
  public void add(INDArray target, INDArray x, double factor) {
    INDArray wideTarget = widen(target);
    INDArray wideX = widen(x);
    floats.add(wideTarget, wideX, factor);
    wideX.close();
    narrow(wideTarget, target);
  }

  private static INDArray widen(INDArray half) {
    return half.castTo(DataType.FLOAT);
  }

  private static INDArray[] widen(INDArray[] halves) {
    return Arrays.stream(halves).map(HalfKernel::widen).toArray(INDArray[]::new);
  }

  private static void narrow(INDArray floats, INDArray half) {
    half.assign(floats);
    floats.close();
  }
}
