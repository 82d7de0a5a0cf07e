package dev.xenvendor.patch.file;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.Forwarded;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.VersionRange;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a local patch. */
public final class PatchYaml {

  private static final String ID = "[a-z0-9][a-z0-9.-]*";

  private PatchYaml() {}

  /**
   * Reads a patch.
   *
   * @param beside the files in the patch's folder, by name
   */
  public static LocalPatch read(
      String fileName, byte[] utf8, Function<String, Optional<byte[]>> beside) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    top.allow(
        "id",
        "description",
        "author",
        "forwarded",
        "discussion",
        "last-update",
        "releases",
        "change");
    YamlNode change = top.get("change");
    return new LocalPatch(
        top.get("id").as(PatchYaml::id),
        top.get("description").text(),
        top.find("author").map(YamlNode::text),
        top.find("forwarded").map(node -> node.as(Forwarded::ofWord)),
        top.find("discussion").map(PatchYaml::discussion).orElse(List.of()),
        top.find("last-update").map(node -> node.as(PatchYaml::date)),
        top.find("releases").map(node -> node.as(VersionRange::of)).orElse(VersionRange.EVERY),
        change(change, beside),
        change.place());
  }

  private static String id(String text) {
    if (!text.matches(ID)) {
      throw new IllegalArgumentException(
          "not an id: '" + text + "' (lower-case letters, digits, '.' and '-')");
    }
    return text;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a date: '" + text + "' (e.g. 2008-08-20)", e);
    }
  }

  private static List<Discussion> discussion(YamlNode node) {
    return node.list().stream()
        .map(
            entry -> {
              YamlMapping said = entry.mapping().allow("date", "link", "says");
              return new Discussion(
                  said.find("date").map(d -> d.as(PatchYaml::date)),
                  said.find("link").map(YamlNode::text),
                  said.get("says").text());
            })
        .toList();
  }

  private static Change change(YamlNode node, Function<String, Optional<byte[]>> beside) {
    Map<String, YamlNode> kinds = node.mapping().entries();
    if (kinds.size() != 1) {
      throw node.problem("a patch makes one change, of one of these kinds: " + kinds());
    }
    String name = kinds.keySet().iterator().next();
    ChangeKind<?> kind = ChangeKinds.find(name).orElseThrow(() -> unknown(name, node));
    YamlNode value = node.mapping().get(name);
    return value.made(() -> kind.mapping().read(value.mapping(), beside));
  }

  private static Problem unknown(String name, YamlNode change) {
    String nearest =
        SpellingSuggestion.to(name, ChangeKinds.names())
            .map(n -> ", did you mean '" + n + "'?")
            .orElse("");
    return change
        .mapping()
        .key(name)
        .problem("there is no kind of change '" + name + "'" + nearest)
        .hint("the kinds are: " + kinds());
  }

  private static String kinds() {
    return String.join(", ", ChangeKinds.names());
  }
}
