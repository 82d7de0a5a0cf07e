package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.edit.ReplaceTokens;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Proposes tokens that a tree has instead of others: in all of its headers, or in one. */
final class TokenProposers {

  private static final FileSelection ALL_FILES = FileSelection.of("**");

  /** The places of a pair, by the line of each hunk. */
  private static final class Seen {
    final Set<HeaderPath> headers = new TreeSet<>();
    int lines;
  }

  private TokenProposers() {}

  /**
   * Pairs that hold in every header that has them, at least two: together one declaration for the
   * whole tree, or where they do not go together one each.
   */
  static List<Change> inAllHeaders(Residue residue) {
    List<TokenPair> pairs = new ArrayList<>();
    Set<HeaderPath> headers = new TreeSet<>();
    List<Change> inSome = new ArrayList<>();
    seen(residue)
        .forEach(
            (pair, seen) -> {
              Set<HeaderPath> having = seen.headers.size() > 1 ? having(pair, residue) : Set.of();
              if (having.size() > 1 && !remains(pair, having, residue)) {
                pairs.add(pair);
                headers.addAll(having);
              } else if (having.size() > 1) {
                inSome.addAll(inSomeHeaders(pair, seen, residue));
              }
            });
    List<Change> changes =
        new ArrayList<>(replacements(all(headers, pairs, residue), pairs, headers, residue));
    changes.addAll(inSome);
    return changes;
  }

  /** A glob that covers headers, without the files of the tree's own that pairs would change. */
  private static FileSelection all(
      Set<HeaderPath> headers, List<TokenPair> pairs, Residue residue) {
    boolean only = headers.stream().allMatch(path -> path.value().endsWith(".h"));
    FileSelection glob = only ? FileSelection.ALL_HEADERS : ALL_FILES;
    List<String> patterns = new ArrayList<>(glob.patterns());
    HeaderTree local = residue.local().tree();
    for (HeaderPath own : glob.in(local, Map.of())) {
      boolean keeps =
          pairs.stream().anyMatch(p -> hasCode(p, local, own) || hasComment(p, local, own));
      if (keeps && !residue.release().tree().contains(own)) {
        patterns.add("!" + own);
      }
    }
    return new FileSelection(patterns);
  }

  /** One declaration for those of the headers in which nothing of what is replaced remains. */
  private static List<Change> inSomeHeaders(TokenPair pair, Seen seen, Residue residue) {
    Set<HeaderPath> headers = new TreeSet<>(seen.headers);
    headers.removeIf(path -> remains(pair, Set.of(path), residue));
    return headers.size() > 1
        ? replacements(FileSelection.of(headers), List.of(pair), headers, residue)
        : List.of();
  }

  /** Pairs that a header has in its code wherever it could. */
  static List<Change> inOneHeader(Residue residue) {
    Map<HeaderPath, Map<TokenPair, Seen>> byHeader = new TreeMap<>();
    seen(residue)
        .forEach(
            (pair, seen) ->
                seen.headers.forEach(
                    header ->
                        byHeader
                            .computeIfAbsent(header, h -> new LinkedHashMap<>())
                            .put(pair, seen)));
    List<Change> changes = new ArrayList<>();
    byHeader.forEach(
        (header, seen) -> {
          List<TokenPair> pairs =
              seen.keySet().stream()
                  .filter(pair -> isPlausible(pair, seen))
                  .filter(pair -> isMoreThanProse(pair, header, seen, residue))
                  .filter(pair -> !remains(pair, Set.of(header), residue))
                  .toList();
          changes.addAll(replacements(FileSelection.of(header), pairs, Set.of(header), residue));
        });
    return changes;
  }

  /** A word that one comment has is an edit of its line. */
  private static boolean isMoreThanProse(
      TokenPair pair, HeaderPath header, Map<TokenPair, Seen> pairs, Residue residue) {
    Seen seen = pairs.get(pair);
    return hasCode(pair, residue.release().tree(), header) || (seen != null && seen.lines > 1);
  }

  /** Two names that have nothing in common, at one place only, are an edit of that line. */
  private static boolean isPlausible(TokenPair pair, Map<TokenPair, Seen> pairs) {
    return isEvident(pair, pairs)
        || pairs.keySet().stream().anyMatch(other -> isEvident(other, pairs) && pair.isLike(other));
  }

  private static boolean isEvident(TokenPair pair, Map<TokenPair, Seen> pairs) {
    Seen seen = pairs.get(pair);
    return pair.isRelated() || (seen != null && seen.lines > 1);
  }

  private static Map<TokenPair, Seen> seen(Residue residue) {
    Map<TokenPair, Seen> seen = new LinkedHashMap<>();
    for (ResidueHunk hunk : residue.hunks()) {
      boolean lineByLine = hunk.before().size() == hunk.after().size() && !hunk.cutsConditional();
      for (int line = 0; lineByLine && line < hunk.before().size(); line++) {
        for (TokenPair pair : TokenPair.between(hunk.before().get(line), hunk.after().get(line))) {
          Seen places = seen.computeIfAbsent(pair, p -> new Seen());
          places.headers.add(hunk.path());
          places.lines++;
        }
      }
    }
    return seen;
  }

  /** The headers that have what is replaced, as published. */
  private static Set<HeaderPath> having(TokenPair pair, Residue residue) {
    Set<HeaderPath> having = new TreeSet<>();
    HeaderTree local = residue.local().tree();
    for (HeaderPath path : residue.release().tree().paths()) {
      HeaderTree release = residue.release().tree();
      if (local.contains(path)
          && (hasCode(pair, release, path) || hasComment(pair, release, path))) {
        having.add(path);
      }
    }
    return having;
  }

  /** Returns whether the tree still has in its code what the pair would replace. */
  private static boolean remains(TokenPair pair, Set<HeaderPath> headers, Residue residue) {
    return headers.stream().anyMatch(path -> hasCode(pair, residue.local().tree(), path));
  }

  /**
   * Returns whether the pair is replaced in comments, too: they have it as published, and not
   * locally. Empty where no comment has it.
   */
  private static Optional<Boolean> inComments(
      TokenPair pair, Set<HeaderPath> headers, Residue residue) {
    HeaderTree local = residue.local().tree();
    return headers.stream().anyMatch(path -> hasComment(pair, residue.release().tree(), path))
        ? Optional.of(headers.stream().noneMatch(path -> hasComment(pair, local, path)))
        : Optional.empty();
  }

  private static boolean hasCode(TokenPair pair, HeaderTree tree, HeaderPath path) {
    return text(tree, path).filter(t -> ReplaceTokens.isInCode(pair.from(), t)).isPresent();
  }

  private static boolean hasComment(TokenPair pair, HeaderTree tree, HeaderPath path) {
    return text(tree, path).filter(t -> ReplaceTokens.isInComments(pair.from(), t)).isPresent();
  }

  private static Optional<byte[]> text(HeaderTree tree, HeaderPath path) {
    return tree.get(path).filter(file -> file.mode().isFile()).map(HeaderFile::bytes);
  }

  /** All the pairs together, apart only by what becomes of comments, and then each by itself. */
  private static List<Change> replacements(
      FileSelection files, List<TokenPair> pairs, Set<HeaderPath> headers, Residue residue) {
    Map<String, String> code = new LinkedHashMap<>();
    Map<String, String> comments = new LinkedHashMap<>();
    Map<String, String> either = new LinkedHashMap<>();
    for (TokenPair pair : pairs) {
      Optional<Boolean> inComments = inComments(pair, headers, residue);
      Map<String, String> rules =
          inComments.isEmpty() ? either : inComments.get() ? comments : code;
      rules.putIfAbsent(pair.from(), pair.to());
    }
    either.forEach((comments.isEmpty() ? code : comments)::putIfAbsent);
    List<Change> changes = new ArrayList<>();
    add(changes, files, comments, true);
    add(changes, files, code, false);
    return changes;
  }

  private static void add(
      List<Change> changes, FileSelection files, Map<String, String> rules, boolean inComments) {
    if (rules.isEmpty()) {
      return;
    }
    replacement(files, rules, inComments).ifPresent(changes::add);
    if (rules.size() > 1) {
      rules.forEach(
          (from, to) -> replacement(files, Map.of(from, to), inComments).ifPresent(changes::add));
    }
  }

  /** The change, unless it would replace its own replacement. */
  private static Optional<Change> replacement(
      FileSelection files, Map<String, String> rule, boolean inComments) {
    try {
      return Optional.of(new ReplaceTokens(files, rule, inComments));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
