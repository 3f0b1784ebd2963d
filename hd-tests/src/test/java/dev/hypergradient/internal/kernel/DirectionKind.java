package dev.hypergradient.internal.kernel;

/** Directions with all that can be learned beside the learning rate. */
enum DirectionKind {
  SGD(1, 0),
  HEAVY_BALL(1, 1),
  NESTEROVS(2, 1),
  ADAM(3, 0),
  ADAM_WITH_ALL_LEARNED(3, 3),
  RMS_PROP(2, 1),
  ADA_GRAD(2, 0),
  AVERAGED(2, 0),
  ROOT_MEAN_SQUARE_AVERAGED(3, 0);

  final int ownVectors;
  final int vectors;

  DirectionKind(int ownVectors, int partials) {
    this.ownVectors = ownVectors;
    this.vectors = ownVectors + partials;
  }

  /** The update that is made of the direction. */
  Update update(double stepSize) {
    return switch (this) {
      case AVERAGED, ROOT_MEAN_SQUARE_AVERAGED ->
          new AveragedStep(stepSize, 2 * stepSize, 0.25, 0.9);
      default -> new ScaledDirection(stepSize);
    };
  }

  Direction direction(int iteration) {
    int none = Direction.NOT_LEARNED;
    return switch (this) {
      case SGD, AVERAGED -> new SgdDirection(0, none);
      case HEAVY_BALL -> new SgdDirection(0.9, 1);
      case NESTEROVS -> new NesterovsDirection(1, 0.9, 2);
      case ADAM -> new AdamDirection(1, 0.9, 0.999, 1e-8, iteration, none, none, none);
      case ADAM_WITH_ALL_LEARNED -> new AdamDirection(1, 0.9, 0.999, 1e-8, iteration, 3, 4, 5);
      case RMS_PROP -> new RmsPropDirection(1, 0.95, 1e-8, 2);
      case ADA_GRAD -> new AdaGradDirection(1, 1e-6);
      case ROOT_MEAN_SQUARE_AVERAGED -> new RootMeanSquareDirection(2, 0.999, iteration);
    };
  }
}
