package dev.xenvendor.check.rule;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.HeaderStates;
import dev.xenvendor.check.inspection.HeaderStates.State;
import dev.xenvendor.check.inspection.HeaderViews;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.UndefinedAttributes;
import dev.xenvendor.check.inspection.UndefinedCalls;
import dev.xenvendor.check.inspection.UndefinedConditions;
import dev.xenvendor.check.inspection.UndefinedName;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks whether headers rely on undefined names. The compiler does not report them: an unknown
 * name is 0 to a condition, a call is compiled only where the macro is used, and a misspelled
 * attribute is a variable.
 */
public final class UndefinedNameCheck implements Check {

  private static final int MANY = 5000;

  @Override
  public List<Finding> findings(Inspection tree) {
    return tree.states().map(states -> new Names(tree, states).findings()).orElse(List.of());
  }

  /** The undefined names of one tree's headers. */
  private record Names(Inspection tree, HeaderStates states) {

    List<Finding> findings() {
      List<UndefinedName> found = new ArrayList<>(undefined(State.TRUNK));
      found.removeAll(definedByConsumers(found));
      if (found.isEmpty()) {
        return List.of();
      }
      Map<String, UndefinedName> patched = byIdentity(State.PATCHED);
      Map<String, UndefinedName> pristine =
          patched.isEmpty() ? Map.of() : byIdentity(State.PRISTINE);
      Map<String, List<UndefinedName>> alike = new LinkedHashMap<>();
      for (UndefinedName name : found) {
        String group =
            name.use()
                + " "
                + name.file()
                + ' '
                + name.name()
                + patched.containsKey(name.identity());
        alike.computeIfAbsent(group, g -> new ArrayList<>()).add(name);
      }
      return alike.values().stream().map(names -> finding(names, patched, pristine)).toList();
    }

    /**
     * Returns what headers of the code that uses these define: that code has it, whatever comes
     * first.
     */
    private List<UndefinedName> definedByConsumers(List<UndefinedName> found) {
      if (found.isEmpty()) {
        return List.of();
      }
      Set<String> names = found.stream().map(UndefinedName::name).collect(Collectors.toSet());
      Set<String> defined = Consumers.of(tree.vendor(), tree.consumers()).ownNames(names);
      return found.stream().filter(name -> defined.contains(name.name())).toList();
    }

    private Map<String, UndefinedName> byIdentity(State state) {
      return undefined(state).stream()
          .collect(Collectors.toMap(UndefinedName::identity, name -> name, (a, b) -> a));
    }

    private List<UndefinedName> undefined(State state) {
      AbiSettings settings = tree.vendor().checks().abi();
      Set<String> known = settings.known();
      HeaderSet set = states.set(state);
      IncludeGraph graph = states.graph(state);
      Map<HeaderPath, CTokens> files = new TreeMap<>();
      List<HeaderPath> headers = new ArrayList<>(looked(set));
      headers.addAll(set.own());
      for (HeaderPath header : headers) {
        if (HeaderViews.targets(settings).stream().anyMatch(target -> target.mayUse(header))) {
          graph.reached(header).forEach(file -> files.put(file, graph.tokens(file)));
        }
      }
      List<UndefinedName> undefined = new ArrayList<>();
      undefined.addAll(new UndefinedConditions(files, known).undefined());
      undefined.addAll(UndefinedAttributes.undefined(files, known));
      List<HeaderView> guests =
          HeaderViews.of(tree).stream().filter(view -> view.version().isPresent()).toList();
      undefined.addAll(UndefinedCalls.undefined(set, looked(set), guests, known));
      return undefined;
    }

    /** In a tree of many headers, only what upstream cannot be to blame for is worth the time. */
    private List<HeaderPath> looked(HeaderSet set) {
      return set.headers().size() > MANY ? states.differing(State.PRISTINE) : set.headers();
    }

    private Finding finding(
        List<UndefinedName> names,
        Map<String, UndefinedName> patched,
        Map<String, UndefinedName> pristine) {
      UndefinedName first = names.get(0);
      String others = names.size() == 1 ? "" : " (and " + (names.size() - 1) + " more)";
      Finding finding =
          Finding.of(Rule.UNDEFINED_NAME, first.message() + others, first.hint())
              .at(first.file(), first.line())
              .about(first.name());
      Optional<UndefinedName> before = Optional.ofNullable(patched.get(first.identity()));
      boolean own = !first.file().isBelow(tree.vendor().prefix());
      if (before.isEmpty() || own) {
        return finding;
      }
      String release = tree.vendor().title(tree.downstream().release().orElseThrow());
      if (pristine.containsKey(first.identity())) {
        return Finding.of(
                Rule.UNDEFINED_NAME,
                first.message() + others + "; " + release + " has it so",
                first.hint())
            .at(first.file(), first.line())
            .about(first.name())
            .asWarning();
      }
      return states
          .patchAt(before.get().file(), before.get().line())
          .map(patch -> finding.of(patch.id()))
          .orElse(finding);
    }
  }
}
