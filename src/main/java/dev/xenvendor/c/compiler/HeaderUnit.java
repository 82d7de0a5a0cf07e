package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A unit that includes headers, each on a line of its own. */
record HeaderUnit(List<HeaderPath> headers) {

  HeaderUnit {
    headers = List.copyOf(headers);
  }

  String text() {
    return headers.stream()
        .map(header -> "#include \"" + header + "\"\n")
        .collect(Collectors.joining());
  }

  /** The headers that have an error, with their first one; none where the unit compiles. */
  Map<HeaderPath, CompilerMessage> blamed(Outcome outcome) throws NoCompiler {
    Outcome.Finished finished = outcome.finished();
    if (finished.status() == 0) {
      return Map.of();
    }
    List<CompilerMessage> errors = CompilerMessage.errors(finished.messages());
    Map<HeaderPath, CompilerMessage> blamed = blamed(errors);
    if (blamed.isEmpty()) {
      throw new NoCompiler(
          errors.isEmpty()
              ? "the C compiler ended with status " + finished.status() + ": " + first(finished)
              : errors.get(0).shown());
    }
    return blamed;
  }

  /** The headers with errors, in themselves or in what they include. */
  Map<HeaderPath, CompilerMessage> blamed(List<CompilerMessage> errors) {
    Map<HeaderPath, CompilerMessage> blamed = new LinkedHashMap<>();
    for (CompilerMessage error : errors) {
      if (error.unitLine() > 0 && error.unitLine() <= headers.size()) {
        blamed.putIfAbsent(headers.get(error.unitLine() - 1), error);
      } else {
        IncludePath.normal(error.file())
            .filter(headers::contains)
            .ifPresent(header -> blamed.putIfAbsent(header, error));
      }
    }
    return blamed;
  }

  private static String first(Outcome.Finished finished) {
    return finished.messages().lines().findFirst().orElse("it printed nothing");
  }
}
