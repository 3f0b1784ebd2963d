package dev.hypergradient.reference.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A JSON object whose every field is demanded: one that is missing or of another type is an {@link
 * IllegalArgumentException} that says where.
 *
 * @param where the file and the path inside it, for messages
 */
record GoldenJson(String where, JsonNode node) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Returns the resource {@code golden/<name>.json.gz}. */
  static GoldenJson read(String name) {
    String resource = "/golden/" + name + ".json.gz";
    try (InputStream json = new GZIPInputStream(open(resource))) {
      return new GoldenJson(name, MAPPER.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " must be gzipped JSON, got " + e.getMessage(), e);
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = GoldenJson.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalArgumentException("there is no resource " + resource);
    }
    return stream;
  }

  String text(String field) {
    return field(field, JsonNode::isTextual, "text").textValue();
  }

  int integer(String field) {
    return field(field, JsonNode::isInt, "an integer").intValue();
  }

  double number(String field) {
    return field(field, JsonNode::isNumber, "a number").doubleValue();
  }

  /** Returns the object inside this one. */
  GoldenJson object(String field) {
    return new GoldenJson(path(field), field(field, JsonNode::isObject, "an object"));
  }

  List<GoldenJson> objects(String field) {
    List<GoldenJson> objects = new ArrayList<>();
    for (JsonNode element : array(field)) {
      objects.add(new GoldenJson(path(field) + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  DoubleVector vector(String field) {
    return toVector(path(field), array(field));
  }

  List<DoubleVector> vectors(String field) {
    List<DoubleVector> vectors = new ArrayList<>();
    for (JsonNode row : array(field)) {
      vectors.add(toVector(path(field) + "[" + vectors.size() + "]", row));
    }
    return vectors;
  }

  /** Returns the numbers among the fields of this object, in the order of the file. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            entry -> {
              if (entry.getValue().isNumber()) {
                numbers.put(entry.getKey(), entry.getValue().doubleValue());
              }
            });
    return numbers;
  }

  private JsonNode array(String field) {
    return field(field, JsonNode::isArray, "an array");
  }

  private static DoubleVector toVector(String path, JsonNode array) {
    List<Double> elements = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isNumber()) {
        throw new IllegalArgumentException(path + " must hold numbers, got " + element);
      }
      elements.add(element.doubleValue());
    }
    return new DoubleVector(elements);
  }

  private JsonNode field(String field, Predicate<JsonNode> isExpected, String expected) {
    JsonNode value = node.path(field);
    if (!isExpected.test(value)) {
      String got = value.isMissingNode() ? "nothing" : value.toString();
      throw new IllegalArgumentException(path(field) + " must be " + expected + ", got " + got);
    }
    return value;
  }

  private String path(String field) {
    return where + "." + field;
  }
}
