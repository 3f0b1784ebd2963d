package dev.hypergradient.experiments;

/** What a method learns besides the parameters, and how much of its lines is drawn. */
enum Learning {
  /** Nothing: the learning rate is constant. */
  NOTHING(0.6f),
  /** The learning rate. */
  RATE(1),
  /** The learning rate, and the rate that it is learned with. */
  TOWER(0.25f);

  private final float drawnPart;

  Learning(float drawnPart) {
    this.drawnPart = drawnPart;
  }

  float drawnPart() {
    return drawnPart;
  }
}
