package dev.xenvendor.release;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source that is opened when it is first needed, once, and closed with this. */
public final class OpenedSource implements Supplier<Source>, AutoCloseable {

  private final Supplier<Source> opener;
  private @Nullable Source source;

  public OpenedSource(Supplier<Source> opener) {
    this.opener = opener;
  }

  @Override
  public Source get() {
    Source opened = source;
    if (opened == null) {
      opened = opener.get();
      source = opened;
    }
    return opened;
  }

  /** Returns the source if it was needed so far. */
  public Optional<Source> opened() {
    return Optional.ofNullable(source);
  }

  @Override
  public void close() {
    if (source != null) {
      source.close();
    }
  }
}
