package dev.xenvendor.c.compiler;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of asking a compiler for layouts. */
public sealed interface LayoutResult {

  /** The layouts by the types' spelling, without those of types that nothing defines. */
  record Layouts(Map<String, Layout> types) implements LayoutResult {

    public Optional<Layout> of(String type) {
      return Optional.ofNullable(types.get(type));
    }
  }

  /** The headers do not compile; a line of the compiler's for each message. */
  record DoesNotCompile(List<String> messages) implements LayoutResult {

    /** Returns whether it is the code that is wrong, and not how the compiler was called. */
    public boolean blamesTheCode() {
      return !CompilerMessage.errors(String.join("\n", messages)).isEmpty();
    }

    /** A compiler's first line may only say where it was. */
    public String firstError() {
      return messages.stream()
          .filter(message -> message.contains("error"))
          .findFirst()
          .orElse(messages.get(0));
    }
  }
}
