package dev.hypergradient.internal.block;

import dev.hypergradient.internal.setup.Setup;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds a value by the identity of its owner and the value of a setup. It keeps neither value nor
 * owner alive. Not thread-safe.
 *
 * @param <V> the type of the values
 */
final class WeakRegistry<V> {

  private final Map<Key, WeakReference<V>> values = new HashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** The value that was put, or {@code null} if there is none or it is gone. */
  V get(Object owner, Setup setup) {
    WeakReference<V> value = values.get(new Key(owner, setup, null));
    return value == null ? null : value.get();
  }

  /** The values of an owner, whatever the setup. */
  List<V> allOf(Object owner) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().get() == owner)
        .map(entry -> entry.getValue().get())
        .filter(Objects::nonNull)
        .collect(Collectors.toList());
  }

  void put(Object owner, Setup setup, V value) {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      values.remove(key);
    }
    Key key = new Key(owner, setup, gone);
    // The old key goes too: its reference may be cleared.
    values.remove(key);
    values.put(key, new WeakReference<>(value));
  }

  private static final class Key extends WeakReference<Object> {
    private final Setup setup;
    private final int hash;

    Key(Object owner, Setup setup, ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.setup = setup;
      hash = 31 * System.identityHashCode(owner) + setup.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      if (!(other instanceof Key)) {
        return false;
      }
      Object owner = get();
      return owner != null && owner == ((Key) other).get() && setup.equals(((Key) other).setup);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
