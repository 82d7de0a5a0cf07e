package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.tree.HeaderPath;
import java.util.Locale;
import java.util.Set;

/** Makes a local patch of a change that was found in a tree, to be given its reason by people. */
final class Proposal {

  private Proposal() {}

  static LocalPatch of(Change change, Set<String> usedIds) {
    String what = change.shortName();
    Set<HeaderPath> files = change.namedFiles();
    String id = files.size() == 1 ? stem(files.iterator().next()) + '-' + what : what;
    String unique = id;
    for (int number = 2; usedIds.contains(unique); number++) {
      unique = id + '-' + number;
    }
    return LocalPatch.proposed(unique, change.description(), change);
  }

  private static String stem(HeaderPath file) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    String plain = stem.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[^a-z0-9]+|-$", "");
    return plain.isEmpty() ? "file" : plain;
  }
}
