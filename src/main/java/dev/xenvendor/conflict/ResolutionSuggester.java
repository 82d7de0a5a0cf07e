package dev.xenvendor.conflict;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.c.token.CodeLines;
import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import dev.xenvendor.update.LayoutProof;
import dev.xenvendor.update.LayoutProof.Proof;
import dev.xenvendor.update.PlannedMerge;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies local's edit to the vendor's text, if the edit can be repeated there. */
final class ResolutionSuggester {

  private static final String CONTAINED = "upstream already has it: all code that local changed";

  private final HeaderPath prefix;
  private final CEnvironment environment;
  private final PlannedMerge plan;
  private final LayoutProof proof;

  ResolutionSuggester(Vendor vendor, PlannedMerge plan, LayoutProof proof) {
    this.prefix = vendor.prefix();
    this.environment = TreeEnvironment.ofHeaders(vendor);
    this.plan = plan;
    this.proof = proof;
  }

  /**
   * A text for a hunk.
   *
   * @param edits what local did in it, as patches
   * @param path the vendor's file
   */
  Optional<Suggestion> suggest(Hunk hunk, List<LocalPatch> edits, HeaderPath path) {
    return repeated(hunk, edits, path).or(() -> contained(hunk, path));
  }

  private Optional<Suggestion> contained(Hunk hunk, HeaderPath path) {
    return plan.sides()
        .vendor()
        .tree()
        .get(path)
        .filter(file -> BackportDetector.isIn(hunk, file.bytes()))
        .map(file -> suggestion(hunk, hunk.vendor().text(), CONTAINED, ""));
  }

  /** Applies the edits to the vendor's file. */
  private Optional<Suggestion> repeated(Hunk hunk, List<LocalPatch> edits, HeaderPath path) {
    HeaderTree vendor = plan.sides().vendor().tree();
    Optional<HeaderFile> before = vendor.get(path);
    if (edits.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    PatchSet patches = new PatchSet(edits);
    PatchTarget target =
        PatchTarget.of(vendor)
            .withMoved(plan.sides().moved())
            .withSpelling(patches.spelling(plan.sides().local().before()));
    PatchedTree patched = patches.apply(target);
    if (!patched.results().stream().allMatch(r -> r.applies() && r.failing().isEmpty())) {
      return Optional.empty();
    }
    byte[] after = patched.tree().get(path).orElseThrow().bytes();
    Optional<byte[]> text = inHunk(hunk.vendor(), before.get().bytes(), after);
    String what = edits.stream().map(e -> e.change().summary()).collect(Collectors.joining("; "));
    if (text.isEmpty()) {
      boolean there = patched.results().stream().allMatch(r -> r.changedNothing());
      return there
          ? Optional.of(
              suggestion(hunk, hunk.vendor().text(), "upstream already has it: " + what, ""))
          : Optional.empty();
    }
    String how = "upstream's text, in which " + what;
    // The compiler need not be asked where it sees no difference.
    if (CodeLines.of(before.get().bytes()).equals(CodeLines.of(after))) {
      return Optional.of(suggestion(hunk, text.get(), how, "differs only in comments"));
    }
    return checked(path, vendor, patched.tree())
        .map(check -> suggestion(hunk, text.get(), how, check));
  }

  /** A suggestion that lists local's own comments that its text lacks. */
  static Suggestion suggestion(Hunk hunk, byte[] text, String how, String check) {
    Set<String> dropped = new LinkedHashSet<>(comments(hunk.local().text()));
    dropped.removeAll(comments(hunk.base().text()));
    dropped.removeAll(comments(text));
    String without =
        dropped.isEmpty() ? "" : "; without local's comment " + String.join(", ", dropped);
    return new Suggestion(Optional.empty(), text, how + without, check);
  }

  /** The comments of a text, each on one line. */
  private static List<String> comments(byte[] text) {
    return CTokens.of(text).stream()
        .filter(token -> token.kind().isComment())
        .map(token -> token.text().replaceAll("\\s*[\r\n]+\\s*", " ").strip())
        .toList();
  }

  /** The lines of the hunk in the text after; empty where nothing changed within it. */
  private Optional<byte[]> inHunk(HunkText hunk, byte[] before, byte[] after) {
    int begin = hunk.firstLine() - 1;
    int end = begin + hunk.lineCount();
    int shift = 0;
    int from = -1;
    int to = -1;
    for (LineEdit edit : LineDiff.between(before, after)) {
      boolean inside = edit.beforeBegin() >= begin && edit.beforeEnd() <= end;
      boolean apart = edit.beforeEnd() <= begin || edit.beforeBegin() >= end;
      if (inside && edit.size() > 0) {
        from = from < 0 ? begin + shift : from;
        to = end + edit.afterEnd() - edit.beforeEnd();
      } else if (!apart) {
        return Optional.empty();
      }
      shift = edit.afterEnd() - edit.beforeEnd();
    }
    return from < 0 ? Optional.empty() : Optional.of(lines(after, from, to));
  }

  private static byte[] lines(byte[] text, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> lines = Lines.split(text);
    lines.subList(from, Math.min(to, lines.size())).forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** Returns what the compiler says of the suggestion; empty where it speaks against it. */
  private Optional<String> checked(HeaderPath path, HeaderTree before, HeaderTree after) {
    List<String> types =
        CHeaderReader.readAllViews(before, path, environment)
            .all()
            .filter(d -> d instanceof CDefinition.Composite || d instanceof CDefinition.Typedef)
            .map(CDefinition::spelling)
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    Proof result = proof.compare(inTree(before), inTree(after), prefix.resolve(path), types);
    if (result instanceof Proof.Different) {
      return Optional.empty();
    }
    return Optional.of(
        result instanceof Proof.NotProved open
            ? "not compiled: " + open.reason()
            : "compiles, layouts equal on " + LayoutProof.targets());
  }

  private HeaderTree inTree(HeaderTree headers) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>(plan.outside());
    headers.files().forEach((path, file) -> files.put(prefix.resolve(path), file));
    return HeaderTree.of(files);
  }
}
