package dev.hypergradient.kernel;

import java.util.List;

/** Steps with all that can be learned beside the learning rate. */
enum StepKind {
  SGD(1, 0),
  HEAVY_BALL(2, 1),
  HEAVY_BALL_IN_TRACE(1, 1),
  NESTEROVS(2, 1),
  ADAM(3, 0),
  ADAM_WITH_ALL_LEARNED(3, 3),
  RMS_PROP(2, 1),
  ADA_GRAD(2, 0);

  final int ownVectors;
  final int vectors;

  StepKind(int ownVectors, int partials) {
    this.ownVectors = ownVectors;
    this.vectors = ownVectors + partials;
  }

  /** The traces that the step can live with. */
  List<Trace> traces() {
    return this == HEAVY_BALL_IN_TRACE
        ? List.of(Trace.DIRECTION)
        : List.of(Trace.DIRECTION, Trace.displacement(0.9));
  }

  Step step(int iteration) {
    int none = Step.NOT_LEARNED;
    return switch (this) {
      case SGD -> new SgdStep(0, 0, none);
      case HEAVY_BALL -> new SgdStep(0.9, 1, 2);
      case HEAVY_BALL_IN_TRACE -> new SgdStep(0.9, 0, 1);
      case NESTEROVS -> new NesterovsStep(0.9, 2);
      case ADAM -> new AdamStep(0.9, 0.999, 1e-8, iteration, none, none, none);
      case ADAM_WITH_ALL_LEARNED -> new AdamStep(0.9, 0.999, 1e-8, iteration, 3, 4, 5);
      case RMS_PROP -> new RmsPropStep(0.95, 1e-8, 2);
      case ADA_GRAD -> new AdaGradStep(1e-6);
    };
  }
}
