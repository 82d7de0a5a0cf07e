package dev.xenvendor.report.impact;

import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists with a label before them, over as many lines as they need. */
final class FeatureRows {

  private static final String INDENT = "  ";
  private static final int LABEL = 20;
  private static final int WIDTH = 100;

  /** As many names of a kind as tell what it is about. */
  private static final int MOST_NAMES = 12;

  private final Text text;

  FeatureRows(Text text) {
    this.text = text;
  }

  /** A label and what belongs to it, over as many lines as it needs; nothing for an empty list. */
  void add(String label, List<String> values) {
    boolean all = text.style().isVerbose() || values.size() <= MOST_NAMES;
    List<String> shown = new ArrayList<>(all ? values : values.subList(0, MOST_NAMES));
    if (!all) {
      shown.add("… " + (values.size() - MOST_NAMES) + " more (-v)");
    }
    StringBuilder line = new StringBuilder(INDENT + pad(label));
    for (int i = 0; i < shown.size(); i++) {
      String value = shown.get(i) + (i + 1 < shown.size() ? ", " : "");
      if (line.length() + value.length() > WIDTH && i > 0) {
        text.line(line.toString().stripTrailing());
        line = new StringBuilder(INDENT + pad(""));
      }
      line.append(value);
    }
    if (!values.isEmpty()) {
      text.line(line.toString());
    }
  }

  private static String pad(String label) {
    return String.format("%-" + LABEL + "s", label);
  }

  /**
   * What guests can ask for, by hypercall; of what is for tools only how much it is.
   *
   * @param since in which release each came, where that is to be said
   */
  void addFeatures(List<Feature> features, SortedMap<String, Version> since) {
    add(
        "hypercalls",
        features.stream()
            .filter(feature -> feature.kind() == Kind.HYPERCALL)
            .map(
                feature ->
                    feature.hypercall()
                        + " ("
                        + feature.number()
                        + Optional.ofNullable(since.get(feature.name()))
                            .map(release -> ", " + release)
                            .orElse("")
                        + ")")
            .toList());
    boolean all = text.style().isVerbose();
    List<Feature> guests = features.stream().filter(f -> all || !f.isForTools()).toList();
    byHypercall(guests, Kind.OPERATION, since).forEach((call, names) -> add(call, names));
    add(
        "flags",
        byHypercall(guests, Kind.FLAG, since).values().stream().flatMap(List::stream).toList());
    List<Feature> tools = features.stream().filter(f -> !all && f.isForTools()).toList();
    List<String> counts = new ArrayList<>();
    byHypercall(tools, Kind.OPERATION, since)
        .forEach((call, names) -> counts.add(names.size() + " of " + call));
    if (!counts.isEmpty()) {
      add("for Xen's tools", List.of(String.join(", ", counts) + " (-v)"));
    }
  }

  /** In which release something came, in words; nothing where that goes without saying. */
  static String came(@Nullable Version release) {
    return release == null ? "" : " (" + release + ")";
  }

  private static Map<String, List<String>> byHypercall(
      List<Feature> features, Kind kind, SortedMap<String, Version> since) {
    return features.stream()
        .filter(feature -> feature.kind() == kind)
        .collect(
            Collectors.groupingBy(
                Feature::hypercall,
                TreeMap::new,
                Collectors.mapping(
                    feature -> feature.name() + came(since.get(feature.name())),
                    Collectors.toList())));
  }
}
