package dev.hypergradient.reference.golden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Feeds a parameterised test every {@link GoldenTrace} whose name starts with one of the prefixes,
 * so that no trace of a family can be forgotten.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(GoldenTracesProvider.class)
public @interface GoldenTraces {
  /** The prefixes, such as {@code "adam_hd_global"}. */
  String[] value();
}
