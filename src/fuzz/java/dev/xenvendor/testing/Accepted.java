package dev.xenvendor.testing;

import dev.xenvendor.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/** What a reader makes of input that anybody may have written. */
public final class Accepted {

  private Accepted() {}

  /** Returns what was read; empty where the input is refused as a problem of its author. */
  public static <T> Optional<T> of(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (Problem e) {
      return Optional.empty();
    }
  }
}
