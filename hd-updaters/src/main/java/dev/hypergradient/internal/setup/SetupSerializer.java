package dev.hypergradient.internal.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;

/**
 * Writes the options as properties of the object that has the setup, under the names that builders
 * read. Thread-safe.
 */
public final class SetupSerializer extends JsonSerializer<Setup> {

  @Override
  public boolean isUnwrappingSerializer() {
    return true;
  }

  @Override
  public void serialize(Setup setup, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    try {
      setup.forEach((option, value) -> write(option.name(), value, generator, provider));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(
      String name, Object value, JsonGenerator generator, SerializerProvider provider) {
    try {
      generator.writeFieldName(name);
      // With the class, if values of its kind need that.
      provider
          .findTypedValueSerializer(value.getClass(), true, null)
          .serialize(value, generator, provider);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
