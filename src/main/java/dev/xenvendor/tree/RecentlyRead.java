package dev.xenvendor.tree;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A cache of limited size in bytes that evicts the least recently used entry. For use by several
 * threads.
 */
public final class RecentlyRead<K, V> {

  private final int most;
  private final ToIntFunction<V> size;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  /**
   * @param most how many bytes are kept
   * @param size how many bytes of them a value takes; the same each time
   */
  public RecentlyRead(int most, ToIntFunction<V> size) {
    this.most = most;
    this.size = size;
  }

  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Keeps a value, and returns it. */
  public synchronized V keep(K key, V value) {
    V before = values.put(key, value);
    bytes += size.applyAsInt(value) - (before == null ? 0 : size.applyAsInt(before));
    Iterator<V> oldest = values.values().iterator();
    while (bytes > most) {
      bytes -= size.applyAsInt(oldest.next());
      oldest.remove();
    }
    return value;
  }
}
