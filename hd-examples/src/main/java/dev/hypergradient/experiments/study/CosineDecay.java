package dev.hypergradient.experiments.study;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that decays to zero, rate/2 · (1 + cos(π · iteration/iterations)) (I. Loshchilov
 * and F. Hutter, SGDR, ICLR 2017, <a href="https://arxiv.org/abs/1608.03983">arXiv:1608.03983</a>,
 * without restarts).
 *
 * @param iterations of the whole training
 * @serial exclude
 */
record CosineDecay(double rate, int iterations) implements ISchedule {
  @Override
  public double valueAt(int iteration, int epoch) {
    return rate / 2 * (1 + Math.cos(Math.PI * iteration / iterations));
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
