package dev.xenvendor.c.compiler;

import java.util.Map;
import java.util.Optional;

/**
 * The machine's C compiler, if it has one.
 *
 * @param compiler empty where there is none
 * @param reason why there is none
 */
public record SystemCompiler(Optional<CCompiler> compiler, String reason) {

  private static final String NONE =
      "no C compiler: CC is not set, and cc, gcc and clang are not on the PATH";

  /** The compiler, where there is one. */
  CCompiler require() throws NoCompiler {
    return compiler.orElseThrow(() -> new NoCompiler(reason));
  }

  /** The one that the environment variables lead to. */
  public static SystemCompiler find(Map<String, String> environment) {
    String named = environment.getOrDefault("CC", "").strip();
    String reason =
        named.isEmpty() ? NONE : "no C compiler: CC is " + named + ", which is not a program";
    return new SystemCompiler(CCompiler.find(environment), reason);
  }
}
