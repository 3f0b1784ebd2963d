package dev.hypergradient.reference.tower;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.ReferenceAdamHd;
import dev.hypergradient.reference.ReferenceHeavyBallHd;
import dev.hypergradient.reference.ReferenceNesterovsHd;
import dev.hypergradient.reference.ReferenceRule;
import dev.hypergradient.reference.ReferenceSgdHd;
import dev.hypergradient.reference.SideBySide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A level that learns only α, under SGD with rate β, is hypergradient descent. */
class TowerOfTwoTest {
  private static final double BETA = 0.01;

  private final ReferenceRule rule = ReferenceRule.additive(BETA);

  @Test
  void sgdUnderSgdIsSgdHd() {
    SideBySide.assertSame(tower(SgdLevel.plain(0.05)), new ReferenceSgdHd(0.05, rule, 0));
  }

  @Test
  void heavyBallUnderSgdIsHeavyBallHd() {
    SideBySide.assertSame(
        tower(SgdLevel.heavyBall(0.05, 0.9, "alpha")),
        new ReferenceHeavyBallHd(0.05, 0.9, rule, 0));
  }

  @Test
  void nesterovUnderSgdIsNesterovsHd() {
    SideBySide.assertSame(
        tower(SgdLevel.nesterov(0.05, 0.9, "alpha")), new ReferenceNesterovsHd(0.05, 0.9, rule, 0));
  }

  @ParameterizedTest
  @EnumSource
  void adamUnderSgdIsAdamHd(AdamEpsilon placement) {
    AdamConstants constants = AdamConstants.customary(placement);
    SideBySide.assertSame(
        tower(AdamLevel.of(0.05, constants, 0, "alpha")),
        new ReferenceAdamHd(0.05, constants, rule, 0));
  }

  private static ReferenceTower tower(TowerLevel bottom) {
    return new ReferenceTower(bottom, SgdLevel.plain(BETA));
  }
}
