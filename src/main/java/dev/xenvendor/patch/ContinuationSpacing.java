package dev.xenvendor.patch;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The white space before the line continuations of macros that patches edit.
 *
 * <p>A person who edits a macro may realign its backslashes or not. In both cases the tree carries
 * the patch. Therefore the tree's own spacing is applied to every side that it is compared with, as
 * its ident lines are.
 */
public final class ContinuationSpacing {

  private static final Pattern CONTINUATION = Pattern.compile("[ \t]*\\\\(?=\r?\n?$)");

  private final HeaderTree local;

  /** The lines of local's files, from 0, that differ from the patched release in spacing only. */
  private final Map<HeaderPath, BitSet> own = new HashMap<>();

  private ContinuationSpacing(HeaderTree local) {
    this.local = local;
  }

  /** The spacing of a tree that came from a release, which has the patches made in it. */
  public static ContinuationSpacing of(HeaderTree local, PatchedTree release) {
    return of(local, release, edited(release));
  }

  /**
   * The same for some of the files that patches changed.
   *
   * @param wanted only files that patches changed
   */
  public static ContinuationSpacing of(
      HeaderTree local, PatchedTree release, Set<HeaderPath> wanted) {
    ContinuationSpacing spacing = new ContinuationSpacing(local);
    for (HeaderPath path : wanted) {
      spacing.find(path, release);
    }
    return spacing;
  }

  /** Returns a line without the white space before its continuation. */
  public static String without(String line) {
    return line.contains("\\") ? CONTINUATION.matcher(line).replaceFirst("\\\\") : line;
  }

  /** Returns whether two lines are the same but for the white space before their continuations. */
  public static boolean same(String a, String b) {
    return a.equals(b) || (a.contains("\\") && b.contains("\\") && without(a).equals(without(b)));
  }

  /** Returns a text with another one's spacing on the lines that both have, that apart. */
  public static byte[] of(byte[] other, byte[] text) {
    List<String> lines = Lines.text(text);
    List<String> others = Lines.text(other);
    List<String> spaced = new ArrayList<>(lines);
    LineEdit.forEachKept(
        LineDiff.between(withoutSpacing(lines), withoutSpacing(others)),
        lines.size(),
        (line, otherLine) -> spaced.set(line, others.get(otherLine)));
    return Lines.bytes(spaced);
  }

  private void find(HeaderPath path, PatchedTree release) {
    forEachPair(
        path,
        path,
        release,
        (line, localLine, there, here) -> {
          if (!there.equals(here)) {
            own.computeIfAbsent(path, p -> new BitSet()).set(localLine);
          }
        });
  }

  /**
   * Returns a patched tree with this spacing.
   *
   * @param before what a file of the tree is called locally
   */
  public PatchedTree in(PatchedTree patched, UnaryOperator<HeaderPath> before) {
    if (own.isEmpty()) {
      return patched;
    }
    Map<HeaderPath, HeaderFile> spaced = new HashMap<>();
    for (HeaderPath path : edited(patched)) {
      HeaderPath localPath = before.apply(path);
      BitSet lines = own.getOrDefault(localPath, new BitSet());
      if (!lines.isEmpty()) {
        spaced.put(path, spaced(path, localPath, patched, lines));
      }
    }
    return new PatchedTree(patched.before(), patched.tree().with(spaced), patched.results());
  }

  private HeaderFile spaced(
      HeaderPath path, HeaderPath localPath, PatchedTree patched, BitSet wanted) {
    HeaderFile file = patched.tree().get(path).orElseThrow();
    List<String> spaced = new ArrayList<>(lines(file));
    forEachPair(
        path,
        localPath,
        patched,
        (line, localLine, there, here) -> {
          if (wanted.get(localLine)) {
            spaced.set(line, here);
          }
        });
    return HeaderFile.of(file.mode(), Lines.bytes(spaced));
  }

  /** Takes a line of a patched file and the local line that is the same, spacing apart. */
  private interface Pair {
    void accept(int line, int localLine, String there, String here);
  }

  /** Visits the lines of edited macros that local has, too. */
  private void forEachPair(HeaderPath path, HeaderPath localPath, PatchedTree patched, Pair pair) {
    if (!local.contains(localPath) || !patched.tree().contains(path)) {
      return;
    }
    List<String> there = lines(patched.tree().get(path).orElseThrow());
    BitSet macros = editedMacros(path, patched, there);
    if (macros.isEmpty()) {
      return;
    }
    List<String> here = lines(local.get(localPath).orElseThrow());
    LineEdit.forEachKept(
        LineDiff.between(withoutSpacing(there), withoutSpacing(here)),
        there.size(),
        (line, localLine) -> {
          if (macros.get(line)) {
            pair.accept(line, localLine, there.get(line), here.get(localLine));
          }
        });
  }

  /** The lines of each run of continued lines in which a patch changed more than spacing. */
  private BitSet editedMacros(HeaderPath path, PatchedTree patched, List<String> lines) {
    BitSet macros = new BitSet();
    if (lines.stream().noneMatch(ContinuationSpacing::isContinued)) {
      return macros;
    }
    List<String> before =
        patched.before().get(path).map(ContinuationSpacing::lines).orElse(List.of());
    byte[] old = LineEnd.LF.in(withoutSpacing(before));
    byte[] now = LineEnd.LF.in(withoutSpacing(lines));
    for (LineEdit edit : LineDiff.between(old, now)) {
      for (int line = edit.afterBegin(); line < edit.afterEnd(); line++) {
        int begin = line;
        while (begin > 0 && isContinued(lines.get(begin - 1))) {
          begin--;
        }
        int end = line;
        while (end < lines.size() && isContinued(lines.get(end))) {
          end++;
        }
        macros.set(begin, end);
      }
    }
    return macros;
  }

  private static boolean isContinued(String line) {
    return line.contains("\\") && CONTINUATION.matcher(line).find();
  }

  /** The files that patches changed; habits edit no macros. */
  private static Set<HeaderPath> edited(PatchedTree patched) {
    Set<HeaderPath> edited = new TreeSet<>();
    for (PatchResult result : patched.results()) {
      if (!result.patch().change().isHabit()) {
        edited.addAll(result.changed());
      }
    }
    return edited;
  }

  private static List<String> lines(HeaderFile file) {
    return Lines.text(file.bytes());
  }

  private static byte[] withoutSpacing(List<String> lines) {
    return Lines.bytes(lines.stream().map(ContinuationSpacing::without).toList());
  }
}
