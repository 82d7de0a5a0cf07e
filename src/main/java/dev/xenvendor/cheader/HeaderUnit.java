package dev.xenvendor.cheader;

import dev.xenvendor.cheader.CCompiler.Outcome;
import dev.xenvendor.cheader.CCompiler.Running;
import dev.xenvendor.header.HeaderPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Headers in groups of which each compiles in one unit: one group of nearly all, and those alone
 * that do not go with the others.
 *
 * @param failed those that do not compile at all, with the first error of each
 */
record HeaderGroups(List<List<HeaderPath>> groups, SortedMap<HeaderPath, CompilerMessage> failed) {

  /** The compiler could not be asked. */
  static final class Unknown extends Exception {

    private static final long serialVersionUID = 1;

    Unknown(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  static String includes(Collection<HeaderPath> headers) {
    return headers.stream()
        .map(header -> "#include \"" + header + "\"\n")
        .collect(Collectors.joining());
  }

  static HeaderGroups of(
      HeaderCompiler compiler,
      CEnvironment environment,
      Target target,
      Collection<HeaderPath> headers)
      throws Unknown {
    List<HeaderPath> together = new ArrayList<>(headers);
    List<HeaderPath> apart = new ArrayList<>();
    while (!together.isEmpty()) {
      Map<HeaderPath, CompilerMessage> blamed =
          blamed(together, compiler.check(environment, target, includes(together)).await());
      if (blamed.isEmpty()) {
        break;
      }
      together.removeAll(blamed.keySet());
      apart.addAll(blamed.keySet());
    }
    List<List<HeaderPath>> groups = new ArrayList<>();
    if (!together.isEmpty()) {
      groups.add(together);
    }
    Map<HeaderPath, Running> running = new LinkedHashMap<>();
    apart.forEach(
        header ->
            running.put(header, compiler.check(environment, target, includes(List.of(header)))));
    SortedMap<HeaderPath, CompilerMessage> failed = new TreeMap<>();
    for (Map.Entry<HeaderPath, Running> entry : running.entrySet()) {
      List<HeaderPath> alone = List.of(entry.getKey());
      Map<HeaderPath, CompilerMessage> blamed = blamed(alone, entry.getValue().await());
      failed.putAll(blamed);
      if (blamed.isEmpty()) {
        groups.add(alone);
      }
    }
    return new HeaderGroups(groups, failed);
  }

  /** Those of a unit's headers that have an error, with their first one. */
  private static Map<HeaderPath, CompilerMessage> blamed(List<HeaderPath> headers, Outcome outcome)
      throws Unknown {
    if (outcome instanceof Outcome.Broken broken) {
      throw new Unknown(broken.reason());
    }
    Outcome.Finished finished = (Outcome.Finished) outcome;
    Map<HeaderPath, CompilerMessage> blamed = new LinkedHashMap<>();
    if (finished.status() == 0) {
      return blamed;
    }
    List<CompilerMessage> errors = CompilerMessage.errors(finished.messages());
    for (CompilerMessage error : errors) {
      if (error.unitLine() > 0 && error.unitLine() <= headers.size()) {
        blamed.putIfAbsent(headers.get(error.unitLine() - 1), error);
      }
    }
    if (blamed.isEmpty()) {
      throw new Unknown(
          errors.isEmpty()
              ? "the C compiler ended with status " + finished.status() + ": " + first(finished)
              : errors.get(0).shown());
    }
    return blamed;
  }

  private static String first(Outcome.Finished finished) {
    return finished.messages().lines().findFirst().orElse("it said nothing");
  }
}
