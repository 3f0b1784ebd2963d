package dev.hypergradient.hyper;

/**
 * How a hyperparameter is written as the raw number x, any real, that a level above moves.
 *
 * <p>Source: the code of K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The
 * Ultimate Optimizer", NeurIPS 2022, <a
 * href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 */
public enum Parametrisation {
  /** φ = x: learning rate and momentum, which thereby may leave their usual range. */
  IDENTITY(Domain.FINITE) {
    @Override
    public double value(double raw) {
      return raw;
    }

    @Override
    double rawOf(double value) {
      return value;
    }

    @Override
    public double derivative(double raw) {
      return 1;
    }
  },

  /** φ = x², which is never negative: RMSProp's learning rate. From 0 it would not move. */
  SQUARE(Domain.POSITIVE) {
    @Override
    public double value(double raw) {
      return raw * raw;
    }

    @Override
    double rawOf(double value) {
      return Math.sqrt(value);
    }

    @Override
    public double derivative(double raw) {
      return 2 * raw;
    }
  },

  /**
   * φ = (tanh x + 1)/2, which stays in [0, 1): β₁, β₂ and RMSProp's decay. 0 itself has no finite x
   * and cannot be learned from.
   */
  TANH(Domain.OPEN_UNIT) {
    // 1/(1 + exp(−2x)) is the same and keeps its digits where tanh x is close to −1. Below 1,
    // since a bias correction divides by 1 − φᵗ.
    @Override
    public double value(double raw) {
      return Math.min(1 / (1 + Math.exp(-2 * raw)), Math.nextDown(1.0));
    }

    @Override
    double rawOf(double value) {
      return Math.log(value / (1 - value)) / 2;
    }

    @Override
    public double derivative(double raw) {
      double value = value(raw);
      return 2 * value * (1 - value);
    }
  },

  /** φ = 10ˣ with x held in [−150, 150]: Adam's ε. */
  POWER_OF_TEN(Domain.POSITIVE) {
    // A derivative divides by the square of the denominator, which must neither vanish nor
    // overflow.
    @Override
    public double value(double raw) {
      return Math.pow(10, Math.max(-150, Math.min(raw, 150)));
    }

    @Override
    double rawOf(double value) {
      return Math.log10(value);
    }

    @Override
    public double derivative(double raw) {
      return value(raw) * Math.log(10);
    }
  };

  private final Domain domain;

  Parametrisation(Domain domain) {
    this.domain = domain;
  }

  /**
   * The hyperparameter that a raw number stands for.
   *
   * @param raw x, finite
   * @return φ
   */
  public abstract double value(double raw);

  /**
   * The derivative of the hyperparameter with respect to its raw number.
   *
   * @param raw x, finite
   * @return dφ/dx
   */
  public abstract double derivative(double raw);

  /** Inverts {@link #value} for a value of the domain. */
  abstract double rawOf(double value);

  /**
   * The raw number of a hyperparameter, the inverse of {@link #value}.
   *
   * @param value φ, in the {@linkplain #domain domain}
   * @return x, finite
   * @throws IllegalArgumentException if the value is outside the domain
   */
  public final double raw(double value) {
    return rawOf(domain.check(this + " value", value));
  }

  /**
   * The values that have a finite raw number and can be learned from.
   *
   * @return the domain of {@link #raw}
   */
  public final Domain domain() {
    return domain;
  }
}
