package dev.hypergradient.internal.setup;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values of options, by the options' names. Compared by value; not thread-safe while changed. */
public final class OptionValues implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, Object> values;

  /** No values. */
  public OptionValues() {
    values = new HashMap<>();
  }

  private OptionValues(Map<String, Object> values) {
    this.values = new HashMap<>(values);
  }

  OptionValues copy() {
    return new OptionValues(values);
  }

  /**
   * Sets a value.
   *
   * @param option the option
   * @param value the value; {@code null} for none
   * @param <T> the type of the value
   * @throws IllegalArgumentException if the option may not have this value
   */
  public <T> void put(Option<T> option, T value) {
    T checked = option.check(value);
    if (checked == null) {
      values.remove(option.name());
    } else {
      values.put(option.name(), checked);
    }
  }

  /** These values with the learning rate and schedule that were set later. */
  OptionValues reset() {
    OptionValues reset = copy();
    if (has(Option.RESET_LEARNING_RATE)) {
      reset.put(Option.LEARNING_RATE, get(Option.RESET_LEARNING_RATE));
      reset.put(Option.LEARNING_RATE_SCHEDULE, null);
    }
    if (has(Option.RESET_LEARNING_RATE_SCHEDULE)) {
      reset.put(Option.LEARNING_RATE_SCHEDULE, get(Option.RESET_LEARNING_RATE_SCHEDULE));
    }
    return reset;
  }

  /** These values without what was set later. */
  OptionValues withoutReset() {
    OptionValues built = copy();
    built.put(Option.RESET_LEARNING_RATE, null);
    built.put(Option.RESET_LEARNING_RATE_SCHEDULE, null);
    return built;
  }

  /** Tells whether there is a value besides the default. */
  boolean has(Option<?> option) {
    return values.containsKey(option.name());
  }

  /** The value, or the default. */
  <T> T get(Option<T> option) {
    Object value = values.get(option.name());
    return value == null ? option.initial() : option.cast(value);
  }

  /** Puts what {@link #get} returns: a value that is checked, or the default. */
  <T> void complete(Option<T> option) {
    put(option, get(option));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OptionValues && values.equals(((OptionValues) other).values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns the values that were set, by name. */
  @Override
  public String toString() {
    return new TreeMap<>(values).toString();
  }
}
