package dev.xenvendor.check.rule;

import dev.xenvendor.abi.AbiDifference;
import dev.xenvendor.abi.AbiName;
import dev.xenvendor.abi.AbiReader;
import dev.xenvendor.abi.ChangeDetail;
import dev.xenvendor.abi.Meaning;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.abi.TreeAbi;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.CompilerUnavailable;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.HeaderStates;
import dev.xenvendor.check.inspection.HeaderStates.State;
import dev.xenvendor.check.inspection.HeaderViews;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that trunk's headers have the interface of the release with the local patches. */
public final class AbiCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    return tree.states().map(states -> findings(tree, states)).orElse(List.of());
  }

  private static List<Finding> findings(Inspection tree, HeaderStates states) {
    List<HeaderPath> headers = states.differing(State.PATCHED);
    if (headers.isEmpty()) {
      return List.of();
    }
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (List<HeaderView> views : views(tree)) {
      AbiReader reader = new AbiReader(tree.probe().compiler()).views(views);
      TreeAbi before = reader.read(states.set(State.PATCHED).only(headers));
      TreeAbi after = reader.readBeside(before, states.set(State.TRUNK).only(headers));
      AbiDifference difference = AbiDifference.between(before, after);
      if (before.unmeasured().isPresent()) {
        return List.of(
            CompilerUnavailable.unmeasured(tree, Rule.ABI_CHANGED, before.unmeasured().get()));
      }
      if (after.unmeasured().isPresent()) {
        return List.of(); // trunk's headers do not compile, which another rule reports
      }
      difference.changes().stream()
          .filter(AbiCheck::isTold)
          .forEach(
              change ->
                  findings.putIfAbsent(
                      change.name().spelling(),
                      finding(tree, change, dependents(difference, change))));
      Map<HeaderPath, String> inPart = new TreeMap<>(difference.comparedInPart());
      inPart.keySet().retainAll(headers); // what these include is as in the patched release
      inPart.forEach((path, why) -> findings.putIfAbsent(path.value(), inPart(path, why)));
    }
    return List.copyOf(findings.values());
  }

  /** The views of guests of each interface version; those of tools go with the first. */
  private static Collection<List<HeaderView>> views(Inspection tree) {
    Map<String, List<HeaderView>> views = new LinkedHashMap<>();
    for (HeaderView view : HeaderViews.of(tree)) {
      String version = view.version().orElseGet(() -> HeaderViews.versions(tree).get(0));
      views.computeIfAbsent(version, v -> new ArrayList<>()).add(view);
    }
    return views.values();
  }

  /** Additions are compatible; indirect changes are reported at their cause. */
  private static boolean isTold(NameChange change) {
    boolean matters =
        change.name().kind().isType()
            || change
                .before()
                .filter(entry -> entry.meaning() instanceof Meaning.Constant)
                .isPresent();
    return matters && change.kind() != NameChange.Kind.ADDED && change.through().isEmpty();
  }

  private static List<AbiName> dependents(AbiDifference difference, NameChange change) {
    return difference.changes().stream()
        .filter(other -> other.through().contains(change.name()))
        .map(NameChange::name)
        .toList();
  }

  private static Finding finding(Inspection tree, NameChange change, List<AbiName> dependents) {
    String release = tree.vendor().title(tree.downstream().release().orElseThrow());
    String what =
        change.kind() == NameChange.Kind.REMOVED
            ? change.name() + " is missing; " + release + " has it"
            : change.name() + ": " + details(change);
    String more =
        dependents.isEmpty()
            ? ""
            : "; with it "
                + dependents.get(0)
                + (dependents.size() == 1 ? "" : " and " + (dependents.size() - 1) + " more");
    Finding finding =
        Finding.of(
                Rule.ABI_CHANGED,
                what + more,
                "code compiled with the release's own headers is not binary-compatible with these")
            .about(change.name().spelling());
    HeaderPath file = change.entry().file();
    return change.kind() == NameChange.Kind.REMOVED
        ? finding.in(file)
        : finding.at(file, change.entry().line());
  }

  private static Finding inPart(HeaderPath header, String reason) {
    return Finding.of(
            Rule.ABI_CHANGED,
            "was compared in part, since the C parser cannot read all of it: " + reason,
            "declare the change as a patch, or write it in the C of older compilers")
        .in(header);
  }

  private static final int MOST_DETAILS = 3;

  private static String details(NameChange change) {
    List<String> details = new ArrayList<>();
    change.details().stream().limit(MOST_DETAILS).forEach(d -> details.add(words(d, change)));
    int more = change.details().size() - MOST_DETAILS;
    return String.join(", ", details)
        + (more > 0 ? " and " + more + " more difference" + (more > 1 ? "s" : "") : "");
  }

  private static String words(ChangeDetail detail, NameChange change) {
    String before = detail.before().orElse("none");
    String after = detail.after().orElse("none");
    String where =
        detail.views().equals(change.views())
            ? ""
            : detail.views().stream()
                .map(view -> view.target().word())
                .distinct()
                .collect(Collectors.joining(" and ", " on ", ""));
    String field = detail.field();
    return switch (detail.what()) {
          case SIZE -> "size " + after + ", was " + before;
          case ALIGNMENT -> "alignment " + after + ", was " + before;
          case FIELD_ADDED -> field + " is new";
          case FIELD_REMOVED -> field + " is gone";
          case FIELD_RENAMED -> before + " is now " + after;
          case OFFSET -> field + " at " + after + ", was at " + before;
          case FIELD_SIZE -> field + " has " + after + " bytes, had " + before;
          case TYPE -> (field.isEmpty() ? "" : field + " is ") + after + ", was " + before;
          case VALUE, TEXT -> after + ", was " + before;
        }
        + where;
  }
}
