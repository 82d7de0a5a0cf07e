package dev.xenvendor.report.html;

import dev.xenvendor.abi.AbiName;
import dev.xenvendor.abi.AbiReport;
import dev.xenvendor.abi.Meaning;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.abi.NameChange.Kind;
import dev.xenvendor.report.impact.AbiPhrases;
import dev.xenvendor.report.impact.AbiRendering;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The section of two interfaces: maps of the layouts that changed, and tables of the constants. */
public final class AbiSection {

  /** More differences of a type are shown when they are asked for. */
  private static final int MOST_DETAILS = 8;

  private final AbiReport report;
  private final LayoutMaps maps;

  private AbiSection(AbiReport report) {
    this.report = report;
    this.maps = new LayoutMaps(report.difference().before(), report.difference().after());
  }

  public static HtmlSection of(AbiReport report) {
    return new AbiSection(report).section();
  }

  /** Returns what a page that shows the comparison alone is called. */
  public static String title(AbiReport report) {
    return report.before().title() + " to " + report.after().title();
  }

  private HtmlSection section() {
    List<NameChange> types = changes(AbiSection::isChangedType);
    String folder = commonFolder(types);
    Counts<NameChange> counts = new Counts<>(types);
    Fields fields =
        new Fields()
            .put("unmeasured", report.difference().unmeasured())
            .put("any", !types.isEmpty())
            .put("total", types.size())
            .put("causes", counts.by(AbiSection::cause), Counts::fields)
            .put("files", counts.by(change -> shortPath(change, folder)), Counts::fields)
            .put("items", counts.numbered(), item -> type(item.number(), item.value()))
            .put(
                "tables",
                List.of(
                    table("Hypercalls", AbiRendering::isHypercall),
                    table("Constants", AbiRendering::isConstant),
                    table("Other macros", AbiRendering::isOtherMacro),
                    table("Types", AbiSection::isOtherType))
                    .stream(),
                table -> table)
            .put(
                "notCompared",
                report.difference().notCompared().entrySet().stream(),
                AbiSection::reason)
            .put(
                "comparedInPart",
                report.difference().comparedInPart().entrySet().stream(),
                AbiSection::reason);
    String summary = new AbiRendering(report).headline();
    return new HtmlSection("abi", "ABI", summary, "abi", fields);
  }

  private static Fields reason(Map.Entry<HeaderPath, String> header) {
    return new Fields().put("path", header.getKey().value()).put("reason", header.getValue());
  }

  private static boolean isChangedType(NameChange change) {
    return AbiRendering.isType(change) && change.kind() == Kind.CHANGED;
  }

  private static boolean isOtherType(NameChange change) {
    return AbiRendering.isType(change) && change.kind() != Kind.CHANGED;
  }

  /** Returns the folder that all the headers are in, with its slash; empty at the root. */
  private static String commonFolder(List<NameChange> changes) {
    String common = changes.isEmpty() ? "" : PathParts.folder(changes.get(0).entry().file());
    for (NameChange change : changes) {
      while (!change.entry().file().value().startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
    }
    return common;
  }

  private static String shortPath(NameChange change, String folder) {
    return change.entry().file().value().substring(folder.length());
  }

  private List<NameChange> changes(Predicate<NameChange> which) {
    return report.difference().changes().stream().filter(which).toList();
  }

  /** Returns whether a type changed itself, or only something that it uses. */
  private static String cause(NameChange change) {
    return change.through().isEmpty() ? "itself" : "through others";
  }

  private Fields type(int number, NameChange change) {
    List<Fields> pairs = maps.of(change);
    return new Fields()
        .put("number", number)
        .put("name", change.name().spelling())
        .put("cause", cause(change))
        .put("path", change.entry().file().value())
        .put("line", change.entry().line())
        .put("views", AbiPhrases.onlyIn(change.views()).strip())
        .put("through", change.through().stream().map(AbiName::spelling).toList())
        .put(
            "details",
            change.details().stream()
                .map(detail -> AbiPhrases.detail(detail, change.views()))
                .toList())
        .put("detailCount", change.details().size())
        .put("many", change.details().size() > MOST_DETAILS)
        .put("anyMap", !pairs.isEmpty())
        .put("pairs", pairs.stream(), pair -> pair);
  }

  private Fields table(String title, Predicate<NameChange> which) {
    List<NameChange> changes = changes(which);
    return new Fields()
        .put("title", title)
        .put("any", !changes.isEmpty())
        .put("anyOld", changes.stream().anyMatch(change -> change.kind() != Kind.ADDED))
        .put(
            "changes",
            changes.stream().filter(change -> change.kind() != Kind.ADDED),
            AbiSection::row)
        .put("anyNew", changes.stream().anyMatch(change -> change.kind() == Kind.ADDED))
        .put("newCount", changes.stream().filter(c -> c.kind() == Kind.ADDED).count())
        .put(
            "added",
            changes.stream().filter(change -> change.kind() == Kind.ADDED),
            AbiSection::row);
  }

  private static Fields row(NameChange change) {
    return new Fields()
        .put("name", change.name().spelling())
        .put("kind", change.kind().word())
        .put(
            "mood",
            switch (change.kind()) {
              case ADDED -> "good";
              case REMOVED -> "error";
              case CHANGED -> "warning";
            })
        .put("before", change.before().flatMap(entry -> value(entry.meaning())))
        .put("after", change.after().flatMap(entry -> value(entry.meaning())))
        .put("place", change.entry().file() + ":" + change.entry().line())
        .put("views", AbiPhrases.onlyIn(change.views()).strip());
  }

  private static Optional<String> value(Meaning meaning) {
    if (meaning instanceof Shape shape) {
      return shape.size().isPresent()
          ? Optional.of(shape.size().getAsLong() + " bytes")
          : Optional.empty();
    }
    return AbiPhrases.value(meaning)
        .map(AbiPhrases::number)
        .or(() -> AbiPhrases.replacement(meaning));
  }
}
