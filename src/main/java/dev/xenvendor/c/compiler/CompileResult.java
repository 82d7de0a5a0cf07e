package dev.xenvendor.c.compiler;

import java.util.List;

/** What came of compiling a text. */
public sealed interface CompileResult {

  record Compiles() implements CompileResult {}

  /** There is no compiler that can tell. */
  record NoCompiler(String reason) implements CompileResult {}

  /** It does not; a line of the compiler's for each message. */
  record DoesNotCompile(List<String> messages) implements CompileResult {}
}
