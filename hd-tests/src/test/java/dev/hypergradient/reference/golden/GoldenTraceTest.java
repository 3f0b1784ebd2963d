package dev.hypergradient.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

class GoldenTraceTest {
  @ParameterizedTest
  @GoldenTraces({"sgd", "adam_hd", "tower"})
  void everyTraceHasFiftySteps(GoldenTrace trace) {
    assertThat(trace.steps()).hasSize(50);
  }

  @Test
  void readsTheHeaderAndTheFirstStep() {
    GoldenTrace trace = GoldenTrace.read("tower_rmsprop_sgd");

    // The expected values are those in the file's text.
    assertThat(trace.tensors())
        .containsExactly(
            new GoldenTensor("W1", 0, 12),
            new GoldenTensor("W2", 12, 15),
            new GoldenTensor("b", 27, 3));
    assertThat(trace.steps().get(0).loss()).isEqualTo(1.0039708299324774);
    assertThat(trace.steps().get(1).levels().get(0).raw())
        .containsEntry("alpha", 0.10036122757202556)
        .containsEntry("gamma", 2.2975779835199526);
    assertThat(GoldenTrace.read("sgdm_hd").hyperparameter("momentum")).isEqualTo(0.9);
  }

  @Test
  void unknownNamesAreRefused() {
    assertThatThrownBy(() -> GoldenTrace.read("sgd_hdd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no resource /golden/sgd_hdd.json.gz");
    assertThatThrownBy(() -> GoldenTrace.read("sgd_hd").hyperparameter("gamma"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sgd_hd: hyperparameter must be one of [alpha_0, beta, weight_decay, momentum],"
                + " got gamma");
  }

  @Test
  void damagedTracesAreRefused() {
    ObjectNode missing = trace();
    missing.remove("theta0");
    assertRefused(missing, "damaged.theta0 must be an array, got nothing");

    ObjectNode text = trace();
    text.withArray("theta0").set(1, "0.5");
    assertRefused(text, "damaged.theta0 must hold numbers, got \"0.5\"");

    ObjectNode shortStep = trace();
    firstStep(shortStep).withArray("g").remove(0);
    assertRefused(shortStep, "damaged.steps[0]: length of g must be 2, got 1");

    ObjectNode lostStep = trace();
    firstStep(lostStep).put("t", 2);
    assertRefused(lostStep, "damaged.steps[0]: t must be 1, got 2");
  }

  private static void assertRefused(ObjectNode json, String message) {
    assertThatThrownBy(() -> GoldenTrace.of(new GoldenJson("damaged", json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** A sound trace of one step of two parameters. */
  private static ObjectNode trace() {
    ObjectNode trace = new ObjectMapper().createObjectNode().put("name", "damaged");
    trace.putObject("hyperparameters");
    trace.putArray("tensors").addObject().put("name", "W").putArray("shape").add(2);
    trace.putArray("theta0").add(1.0).add(2.0);
    ObjectNode step = trace.putArray("steps").addObject();
    step.put("t", 1).put("loss", 0.5).put("alpha", 0.1);
    step.putArray("g").add(0.1).add(0.2);
    step.putArray("theta").add(0.99).add(1.98);
    return trace;
  }

  private static ObjectNode firstStep(ObjectNode trace) {
    ArrayNode steps = trace.withArray("steps");
    return (ObjectNode) steps.get(0);
  }
}
