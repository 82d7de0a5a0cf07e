package dev.xenvendor.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code Key: value} lines at the end of a commit message. */
public final class Trailers {

  public static final String VENDOR = "Vendor";
  public static final String RELEASE = "Release";
  public static final String PREFIX = "Prefix";
  public static final String UPSTREAM_REF = "Upstream-Ref";
  public static final String UPSTREAM_COMMIT = "Upstream-Commit";
  public static final String UPSTREAM_TREE = "Upstream-Tree";
  public static final String SOURCE_SHA256 = "Source-SHA256";
  public static final String PINNED = "Pinned";

  private final List<String> lines = new ArrayList<>();

  public Trailers add(String key, String value) {
    lines.add(key + ": " + value);
    return this;
  }

  public Trailers add(String key, Optional<?> value) {
    value.ifPresent(v -> add(key, v.toString()));
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + '\n';
  }

  /** The value a message gives a key; the last one where it is there more than once. */
  public static Optional<String> find(String message, String key) {
    String start = key + ": ";
    return message
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .reduce((first, second) -> second);
  }
}
