package dev.xenvendor.patch.propose;

import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edits of one header that bring in the same new name, and so make sense together only. */
final class SharedNames {

  private SharedNames() {}

  static Set<ResidueHunk> in(Residue residue) {
    Map<HeaderPath, Map<String, List<ResidueHunk>>> hunks = new HashMap<>();
    Map<HeaderPath, Set<String>> published = new HashMap<>();
    for (ResidueHunk hunk : residue.hunks()) {
      Set<String> old =
          published.computeIfAbsent(
              hunk.path(),
              path -> names(residue.released(path).map(HeaderFile::bytes).orElse(new byte[0])));
      Set<String> added = names(String.join("\n", hunk.after()));
      added.removeAll(old);
      for (String name : added) {
        hunks
            .computeIfAbsent(hunk.path(), path -> new HashMap<>())
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(hunk);
      }
    }
    Set<ResidueHunk> related = new HashSet<>();
    hunks.values().stream()
        .flatMap(names -> names.values().stream())
        .filter(sharing -> sharing.size() > 1)
        .forEach(related::addAll);
    return related;
  }

  private static Set<String> names(byte[] text) {
    return names(CTokens.of(text));
  }

  private static Set<String> names(String text) {
    return names(CTokens.of(text));
  }

  private static Set<String> names(CTokens tokens) {
    Set<String> names = new HashSet<>();
    tokens.stream()
        .filter(token -> token.kind() == CToken.Kind.IDENTIFIER)
        .map(CToken::text)
        .forEach(names::add);
    return names;
  }
}
