package dev.hypergradient.examples.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few constants, by its text, which is shown to the user, in either case. */
final class ChoiceConverter<T> implements ITypeConverter<T> {
  private final T[] choices;

  ChoiceConverter(Class<T> choices) {
    this.choices = choices.getEnumConstants();
  }

  @Override
  public T convert(String text) {
    return Stream.of(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be one of "
                        + Stream.of(choices).map(Object::toString).collect(Collectors.joining(", "))
                        + ", got "
                        + text));
  }
}
