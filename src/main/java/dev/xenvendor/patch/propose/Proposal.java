package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.IdentLine;
import dev.xenvendor.patch.InsertLines;
import dev.xenvendor.patch.LineEndings;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchFiles;
import dev.xenvendor.patch.QualifyFields;
import dev.xenvendor.patch.ReplaceTokens;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.tree.HeaderPath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a local patch of a change that was found in a tree, to be given its reason by people. */
final class Proposal {

  private Proposal() {}

  static LocalPatch of(Change change, Set<String> usedIds) {
    String id = id(change);
    String unique = id;
    for (int number = 2; usedIds.contains(unique); number++) {
      unique = id + '-' + number;
    }
    return LocalPatch.proposed(unique, description(change), change);
  }

  private static String description(Change change) {
    if (change instanceof LineEndings endings) {
      return "Lines end in "
          + endings.form().name()
          + " in this tree.\nHeaders of new releases get this form as well.\n";
    }
    return sentence(change).replace('\n', ' ')
        + ".\nDeclared from an edit that stood in the tree. Say here why it is made.\n";
  }

  private static String sentence(Change change) {
    if (change instanceof IdentLine ident) {
      return capital(files(ident.files())) + " begins with " + ident.form();
    }
    if (change instanceof QualifyFields fields) {
      String names = String.join(", ", fields.fields());
      String are = fields.fields().size() == 1 ? " is " : " are ";
      return names + " of " + fields.struct() + are + fields.qualifier();
    }
    return change instanceof FileChange file
        ? "In " + files(file.files()) + ", " + change.summary()
        : capital(change.summary());
  }

  private static String files(PatchFiles files) {
    return files.equals(HabitProposers.ALL_HEADERS) ? "every header" : files.toString();
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String id(Change change) {
    String what = what(change);
    return single(change).map(file -> stem(file) + '-' + what).orElse(what);
  }

  private static Optional<HeaderPath> single(Change change) {
    return change instanceof FileChange file
        ? file.files().single()
        : change.namedFiles().stream().findFirst();
  }

  private static String stem(HeaderPath file) {
    String name = file.value().substring(file.value().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    String plain = stem.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[^a-z0-9]+|-$", "");
    return plain.isEmpty() ? "file" : plain;
  }

  private static String what(Change change) {
    if (change instanceof QualifyFields fields) {
      return fields.qualifier().toLowerCase(Locale.ROOT);
    }
    if (change instanceof ReplaceTokens) {
      return "tokens";
    }
    if (change instanceof InsertLines lines) {
      return lines.anchor().equals(Anchor.AFTER_INCLUDE_GUARD) ? "lines-at-guard" : "lines";
    }
    if (change instanceof TextPatch) {
      return "edit";
    }
    return change.kind();
  }
}
