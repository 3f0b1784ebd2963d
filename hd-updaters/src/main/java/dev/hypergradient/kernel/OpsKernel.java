package dev.hypergradient.kernel;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** FLOAT and DOUBLE vectors by ND4J operations, which every backend has. */
public final class OpsKernel implements Kernel {

  // BLAS sums FLOAT vectors in single precision: over 10⁷ elements the square of a norm came out
  // 1e-4 off, over 2¹⁶ less than 1e-6. The chunks' results are summed in double precision. A chunk
  // of x is still in the cache when the next y comes.
  private static final int CHUNK = 1 << 16;

  /** A kernel without state of its own. */
  public OpsKernel() {}

  @Override
  public double[] dots(INDArray x, INDArray... ys) {
    double[] sums = new double[ys.length];
    long length = x.length();
    for (long start = 0; start < length; start += CHUNK) {
      long n = Math.min(CHUNK, length - start);
      INDArray chunk = part(x, start, n);
      for (int i = 0; i < ys.length; i++) {
        sums[i] += Nd4j.getBlasWrapper().dot(chunk, part(ys[i], start, n));
      }
    }
    return sums;
  }

  private static INDArray part(INDArray vector, long start, long length) {
    if (length == vector.length()) {
      return vector;
    }
    DataBuffer root = Vectors.root(vector);
    return Vectors.view(root, vector.offset() + start, length);
  }

  @Override
  public boolean isFinite(INDArray x) {
    return Double.isFinite(x.sumNumber().doubleValue());
  }

  @Override
  public void step(Step step, INDArray gradient, INDArray[] vectors, double learningRate) {
    step.apply(gradient, vectors);
    vectors[0].muli(learningRate, gradient);
  }

  @Override
  public void fillSquares(INDArray vector, double value) {
    vector.assign(value);
  }

  @Override
  public void add(INDArray target, INDArray x, double factor) {
    target.addi(x.mul(factor));
  }
}
