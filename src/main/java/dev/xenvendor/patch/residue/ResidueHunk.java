package dev.xenvendor.patch.residue;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.text.BracketBalance;
import dev.xenvendor.patch.text.Directives;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines in which local's header differs from the release, local patches apart.
 *
 * @param line its line in local's present file, counted from 1
 * @param edit where, in the release's file and in local's, both with the patches applied
 * @param before the release's lines, bytes as characters, without their endings
 * @param after local's lines
 */
public record ResidueHunk(
    HeaderPath path, int line, LineEdit edit, List<String> before, List<String> after) {

  /** The hunks of the files that both trees have, of those that differ. */
  public static List<ResidueHunk> between(
      PatchedTree release, PatchedTree local, Set<HeaderPath> differing) {
    List<ResidueHunk> hunks = new ArrayList<>();
    for (HeaderPath path : differing) {
      if (release.tree().contains(path) && local.tree().contains(path)) {
        hunks.addAll(between(path, release.tree(), local));
      }
    }
    return hunks;
  }

  private static List<ResidueHunk> between(HeaderPath path, HeaderTree release, PatchedTree local) {
    byte[] before = release.get(path).orElseThrow().bytes();
    byte[] after = local.tree().get(path).orElseThrow().bytes();
    List<String> old = TextLines.of(before);
    List<String> now = TextLines.of(after);
    List<LineEdit> patching =
        LineDiff.between(local.before().get(path).map(HeaderFile::bytes).orElse(after), after);
    return LineDiff.between(before, after).stream()
        .map(
            edit ->
                new ResidueHunk(
                    path,
                    LineEdit.lineBefore(patching, edit.afterBegin()) + 1,
                    edit,
                    List.copyOf(old.subList(edit.beforeBegin(), edit.beforeEnd())),
                    List.copyOf(now.subList(edit.afterBegin(), edit.afterEnd()))))
        .toList();
  }

  /** The hunks of one text against another. */
  public static List<ResidueHunk> between(byte[] before, byte[] after) {
    HeaderPath any = HeaderPath.of("any");
    PatchedTree release = new PatchedTree(tree(any, before), tree(any, before), List.of());
    PatchedTree local = new PatchedTree(tree(any, after), tree(any, after), List.of());
    return between(any, release.tree(), local);
  }

  private static HeaderTree tree(HeaderPath path, byte[] text) {
    return HeaderTree.of(Map.of(path, HeaderFile.regular(text)));
  }

  /**
   * Returns whether the change moves the bounds of a conditional. Then it goes together with others
   * of the file, and what one of them does means nothing without them.
   */
  public boolean cutsConditional() {
    return !Directives.areBalanced(before) || !Directives.areBalanced(after);
  }

  /**
   * Returns whether the change by itself leaves brackets, a comment or a conditional open that were
   * not, or closes them: a part of an edit that means nothing without the other parts.
   */
  public boolean isFragment() {
    return cutsConditional() || !BracketBalance.of(before).equals(BracketBalance.of(after));
  }
}
