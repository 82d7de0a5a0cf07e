package dev.xenvendor.patch.propose;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CField;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.edit.QualifyFields;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proposes type qualifiers on fields. */
final class QualifierProposer {

  private final HeaderPath path;
  private final CHeader released;
  private final CHeader local;
  private final CEnvironment environment;

  private QualifierProposer(HeaderPath path, Residue residue, CEnvironment environment) {
    this.path = path;
    this.released = CHeaderReader.readAllViews(residue.release().tree(), path, environment);
    this.local = CHeaderReader.readAllViews(residue.local().tree(), path, environment);
    this.environment = environment;
  }

  /**
   * Proposes qualifiers.
   *
   * @param environment in which the headers are read, here and wherever the patch is made
   */
  static List<Change> propose(Residue residue, CEnvironment environment) {
    Set<HeaderPath> paths = new TreeSet<>();
    residue.hunks().stream()
        .filter(QualifierProposer::mayQualify)
        .forEach(hunk -> paths.add(hunk.path()));
    return paths.stream()
        .flatMap(p -> new QualifierProposer(p, residue, environment).changes().stream())
        .toList();
  }

  /** A look at the words only: reading C takes its time. */
  private static boolean mayQualify(ResidueHunk hunk) {
    return QualifyFields.QUALIFIERS.stream()
        .anyMatch(word -> count(word, hunk.after()) > count(word, hunk.before()));
  }

  private static long count(String word, List<String> lines) {
    return CTokens.of(String.join("\n", lines)).stream()
        .filter(token -> token.kind().isSignificant() && token.text().equals(word))
        .count();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (CDefinition struct : released.definitions()) {
      for (String qualifier : QualifyFields.QUALIFIERS) {
        List<String> fields = newlyQualified(struct, qualifier);
        if (!fields.isEmpty()) {
          changes.add(change(struct, fields, qualifier));
          // Where one cannot be qualified without others, those that can still may be.
          fields.forEach(field -> changes.add(change(struct, List.of(field), qualifier)));
        }
      }
    }
    return changes;
  }

  private Change change(CDefinition struct, List<String> fields, String qualifier) {
    FileSelection file = FileSelection.of(path);
    return new QualifyFields(file, struct.name(), fields, qualifier, environment);
  }

  /** The fields that have the qualifier in local's struct of the same name only. */
  private List<String> newlyQualified(CDefinition struct, String qualifier) {
    Set<String> before = qualified(struct, qualifier);
    Optional<CDefinition> now = local.find(struct.spelling());
    return now.stream()
        .flatMap(definition -> definition.fields().stream())
        .flatMap(CField::withMembers)
        .filter(field -> field.qualifiers().contains(qualifier))
        .flatMap(field -> field.name().stream())
        .filter(name -> !before.contains(name))
        .distinct()
        .toList();
  }

  private static Set<String> qualified(CDefinition struct, String qualifier) {
    Set<String> names = new TreeSet<>();
    struct.fields().stream()
        .flatMap(CField::withMembers)
        .filter(field -> field.qualifiers().contains(qualifier))
        .forEach(field -> field.name().ifPresent(names::add));
    return names;
  }
}
