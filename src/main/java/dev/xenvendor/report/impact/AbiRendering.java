package dev.xenvendor.report.impact;

import dev.xenvendor.abi.AbiDifference;
import dev.xenvendor.abi.AbiReport;
import dev.xenvendor.abi.ChangeDetail;
import dev.xenvendor.abi.HeaderSetFinder.Named;
import dev.xenvendor.abi.Meaning;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Shows the differences of two releases for code that includes their headers. */
public record AbiRendering(AbiReport report) implements Report {

  /** The details of one change that are shown without being asked for. */
  private static final int MOST_DETAILS = 8;

  @Override
  public void show(Text text) {
    text.line(headline());
    difference().unmeasured().ifPresent(reason -> addUnmeasured(text, reason));
    add(text, "Hypercalls", AbiRendering::isHypercall, true);
    add(text, "Types", AbiRendering::isType, false);
    add(text, "Constants", AbiRendering::isConstant, false);
    add(text, "Other macros", AbiRendering::isOtherMacro, false);
    addNotCompared(text);
    addComparedInPart(text);
  }

  private void addUnmeasured(Text text, String reason) {
    if (report.failing().isEmpty()) {
      text.warning("sizes, offsets and values were not compared: " + reason)
          .hint("set CC to a C compiler that supports both targets");
      return;
    }
    text.warning(
        report.failing().get().title()
            + " does not compile, so types and macros are compared as texts: "
            + Phrases.printable(reason));
    if (reason.contains("No such file") || reason.contains("file not found")) {
      text.hint(
          "a header is missing: add it to include, or its folder to abi.include-dirs, in"
              + " vendor.yaml");
    } else if (reason.contains("unknown type")) {
      text.hint(
          "a type is missing: list what consumers include before the headers in abi.prelude of"
              + " vendor.yaml");
    }
  }

  public static boolean isHypercall(NameChange change) {
    return change.name().isHypercall();
  }

  public static boolean isType(NameChange change) {
    return change.name().kind().isType();
  }

  public static boolean isConstant(NameChange change) {
    return !isHypercall(change) && change.entry().meaning() instanceof Meaning.Constant;
  }

  public static boolean isOtherMacro(NameChange change) {
    return !isHypercall(change) && !isType(change) && !isConstant(change);
  }

  private AbiDifference difference() {
    return report.difference();
  }

  /** Returns how many names of each sort differ, in a sentence. */
  public String headline() {
    String both = report.after().title() + " against " + report.before().title();
    List<String> counts = new ArrayList<>();
    count(counts, "hypercall", AbiRendering::isHypercall);
    count(counts, "type", AbiRendering::isType);
    count(counts, "constant", AbiRendering::isConstant);
    count(counts, "other macro", AbiRendering::isOtherMacro);
    if (!counts.isEmpty()) {
      return both + ": " + String.join("; ", counts) + '.';
    }
    boolean all = difference().notCompared().isEmpty() && difference().comparedInPart().isEmpty();
    String where = all ? "" : " in what was compared";
    return both + ": no difference" + where + ", for guests and tools on i386 and x86_64.";
  }

  private void count(List<String> counts, String what, Predicate<NameChange> which) {
    List<String> parts = new ArrayList<>();
    for (NameChange.Kind kind : NameChange.Kind.values()) {
      long number = changes(which, kind).size();
      if (number > 0) {
        String counted = parts.isEmpty() ? Phrases.count(number, what) : Long.toString(number);
        parts.add(counted + ' ' + kind.word());
      }
    }
    if (!parts.isEmpty()) {
      counts.add(String.join(", ", parts));
    }
  }

  private List<NameChange> changes(Predicate<NameChange> which, NameChange.Kind kind) {
    return difference().changes().stream().filter(which).filter(c -> c.kind() == kind).toList();
  }

  /**
   * @param each whether every name that was added is worth a line
   */
  private void add(Text text, String title, Predicate<NameChange> which, boolean each) {
    List<NameChange> removed = changes(which, NameChange.Kind.REMOVED);
    List<NameChange> changed = changes(which, NameChange.Kind.CHANGED);
    List<NameChange> added = changes(which, NameChange.Kind.ADDED);
    if (removed.isEmpty() && changed.isEmpty() && added.isEmpty()) {
      return;
    }
    text.blank().line(text.style().bold(title));
    removed.forEach(change -> text.line(line(text.style().bad("removed"), change)));
    for (NameChange change : changed) {
      text.line(line(text.style().warning("changed"), change));
      addDetails(text, change);
    }
    if (each || text.style().isVerbose()) {
      added.forEach(change -> text.line(line(text.style().good("added  "), change)));
    } else {
      addByFile(text, added);
    }
  }

  private static String line(String word, NameChange change) {
    return "  "
        + word
        + "  "
        + change.name()
        + value(change)
        + "    "
        + change.entry().file()
        + ':'
        + change.entry().line()
        + AbiPhrases.onlyIn(change.views());
  }

  /** The value of a constant; where that is what changed, both. */
  private static String value(NameChange change) {
    return isValue(change)
        ? ' ' + AbiPhrases.detail(change.details().get(0), change.views())
        : AbiPhrases.value(change.entry().meaning())
            .map(v -> ' ' + AbiPhrases.number(v))
            .orElse("");
  }

  private static boolean isValue(NameChange change) {
    return change.details().size() == 1
        && change.details().get(0).what() == ChangeDetail.What.VALUE;
  }

  private static void addDetails(Text text, NameChange change) {
    if (!change.through().isEmpty()) {
      text.line(
          "             through "
              + String.join(", ", change.through().stream().map(Object::toString).toList()));
    }
    List<ChangeDetail> details = isValue(change) ? List.of() : change.details();
    boolean all = text.style().isVerbose() || details.size() <= MOST_DETAILS;
    details.stream()
        .limit(all ? details.size() : MOST_DETAILS)
        .forEach(detail -> text.line("             " + AbiPhrases.detail(detail, change.views())));
    if (!all) {
      text.line("             … " + (details.size() - MOST_DETAILS) + " more, all with -v");
    }
  }

  private static void addByFile(Text text, List<NameChange> added) {
    Map<HeaderPath, List<NameChange>> byFile = new TreeMap<>();
    added.forEach(c -> byFile.computeIfAbsent(c.entry().file(), f -> new ArrayList<>()).add(c));
    byFile.forEach(
        (file, changes) -> {
          String first = changes.get(0).name().toString();
          String more = changes.size() == 1 ? "" : " and " + (changes.size() - 1) + " more";
          text.line("  " + text.style().good("added  ") + "  " + first + more + "    " + file);
        });
  }

  private void addNotCompared(Text text) {
    Map<HeaderPath, String> not = difference().notCompared();
    if (not.isEmpty() || difference().unmeasured().isPresent()) {
      return;
    }
    text.blank()
        .line(
            text.style().bold("Not compared")
                + ": "
                + Phrases.count(not.size(), "header")
                + " that "
                + (not.size() == 1 ? "does" : "do")
                + " not compile by "
                + (not.size() == 1 ? "itself" : "themselves")
                + " in one of the two");
    not.forEach((header, reason) -> text.line("  " + header + "    " + reason));
  }

  private void addComparedInPart(Text text) {
    Map<HeaderPath, String> inPart = difference().comparedInPart();
    if (inPart.isEmpty()) {
      return;
    }
    text.blank()
        .line(
            text.style().bold("Compared in part")
                + ": "
                + Phrases.count(inPart.size(), "header")
                + " with text that compiles and that the C parser cannot read");
    inPart.forEach((header, reason) -> text.line("  " + header + "    " + reason));
  }

  @Override
  public void write(Json json) {
    AbiDifference difference = difference();
    json.put("command", "abi");
    json.put("result", difference.changes().isEmpty() ? "same" : "differs");
    json.put("old", name(report.before())).put("new", name(report.after()));
    json.put("unmeasured", difference.unmeasured());
    json.put("failing", report.failing().map(AbiRendering::name));
    json.objects("changes", difference.changes(), AbiPhrases::write);
    write(json, "notCompared", difference.notCompared());
    if (!difference.comparedInPart().isEmpty()) {
      write(json, "comparedInPart", difference.comparedInPart());
    }
  }

  private static void write(Json json, String key, Map<HeaderPath, String> reasons) {
    json.objects(
        key,
        List.copyOf(reasons.entrySet()),
        (header, each) ->
            each.put("path", header.getKey().value()).put("reason", header.getValue()));
  }

  private static String name(Named named) {
    return named.version().map(Version::text).orElse(named.title());
  }
}
