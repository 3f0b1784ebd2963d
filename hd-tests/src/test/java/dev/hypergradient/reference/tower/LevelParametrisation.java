package dev.hypergradient.reference.tower;

/** How a hyperparameter is written as the unconstrained raw number x that a level above moves. */
enum LevelParametrisation {
  /** x itself. */
  IDENTITY {
    @Override
    double value(double raw) {
      return raw;
    }

    @Override
    double raw(double value) {
      return value;
    }

    @Override
    double slope(double raw) {
      return 1;
    }
  },

  /** x², which keeps RMSProp's learning rate from becoming negative. */
  SQUARE {
    @Override
    double value(double raw) {
      return raw * raw;
    }

    @Override
    double raw(double value) {
      return Math.sqrt(value);
    }

    @Override
    double slope(double raw) {
      return 2 * raw;
    }
  },

  /** (tanh x + 1)/2, which keeps decays in (0, 1). */
  TANH {
    @Override
    double value(double raw) {
      return (Math.tanh(raw) + 1) / 2;
    }

    @Override
    double raw(double value) {
      return Math.log(value / (1 - value)) / 2;
    }

    @Override
    double slope(double raw) {
      double value = value(raw);
      return 2 * value * (1 - value);
    }
  },

  /** 10ˣ, for Adam's ε. */
  POWER_OF_TEN {
    @Override
    double value(double raw) {
      return Math.pow(10, raw);
    }

    @Override
    double raw(double value) {
      return Math.log10(value);
    }

    @Override
    double slope(double raw) {
      return value(raw) * Math.log(10);
    }
  };

  /** Returns the hyperparameter as the update formula sees it. */
  abstract double value(double raw);

  /** Returns x for a value; the inverse of {@link #value}. */
  abstract double raw(double value);

  /** Returns d value / dx. */
  abstract double slope(double raw);
}
