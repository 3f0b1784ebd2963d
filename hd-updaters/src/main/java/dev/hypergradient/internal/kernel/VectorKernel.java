package dev.hypergradient.internal.kernel;

/** What the kernels have in common: the state vectors of the block. */
abstract class VectorKernel implements Kernel {

  final FlatVector[] vectors;

  /** The number of those that are no partial derivatives. */
  final int ownVectors;

  VectorKernel(FlatVector[] vectors, int ownVectors) {
    this.vectors = vectors;
    this.ownVectors = ownVectors;
  }

  @Override
  public final int vectors() {
    return vectors.length;
  }

  @Override
  public final FlatVector vector(int vector) {
    return vectors[vector];
  }

  @Override
  public final int firstPartial() {
    return ownVectors;
  }

  @Override
  public void fillSquares(int vector, double value) {
    vectors[vector].fill(Math.min(value, vectors[vector].max()));
  }
}
