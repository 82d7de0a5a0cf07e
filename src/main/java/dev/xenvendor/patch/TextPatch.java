package dev.xenvendor.patch;

import dev.xenvendor.diff.UnifiedHunk;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.KeyValues;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.LineEnd;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A unified diff of one file, for what no other kind can say. Where what it was made against is at
 * hand, it is applied three-way, and conflicts where git would; else by its context.
 *
 * @param against what it was made against; empty in a declaration that does not say
 */
public record TextPatch(FileSelection files, Optional<Against> against, String diff)
    implements FileChange {

  private static final Key<Version> AGAINST =
      new Key<>(
              "against",
              KeyType.TEXT.as(Version::new, Version::text),
              "The release that the diff was made against.")
          .needing("blob");

  private static final Key<GitId> BLOB =
      new Key<>(
              "blob",
              KeyType.TEXT.as(GitId::of, GitId::hex).matching("^[0-9a-f]{40}$"),
              "The git blob id of the file in that release, as published.")
          .needing("against");

  private static final Key<String> DIFF = new Key<>("diff", KeyType.BLOCK);

  public static final ChangeKind<TextPatch> KIND =
      new ChangeKind<>(
          "text-patch",
          TextPatch.class,
          """
          applies a unified diff, without its `---` and `+++` lines, for changes that no other \
          kind expresses. `against` is the release that it was made against, `blob` the file's \
          git blob id there""",
          new MappingType.Builder<TextPatch>()
              .with(FileSelection.FILE, TextPatch::files)
              .optional(AGAINST, patch -> patch.against().map(Against::release))
              .optional(BLOB, patch -> patch.against().map(Against::blob))
              .with(DIFF, TextPatch::diff)
              .madeBy(in -> new TextPatch(in.get(FileSelection.FILE), against(in), in.get(DIFF))));

  /** A header as a release published it. */
  public record Against(Version release, GitId blob) {}

  public TextPatch {
    UnifiedHunk.parse(diff);
  }

  /** Returns what a diff was made against, which a declaration of old does not say. */
  private static Optional<Against> against(KeyValues in) {
    return in.has(AGAINST) || in.has(BLOB)
        ? Optional.of(new Against(in.get(AGAINST), in.get(BLOB)))
        : Optional.empty();
  }

  public TextPatch against(Against original) {
    return new TextPatch(files, Optional.of(original), diff);
  }

  /** Returns whether both do the same to the same files, whatever they were made against. */
  public boolean isSameEdit(TextPatch other) {
    return diff.equals(other.diff) && files.equals(other.files);
  }

  @Override
  public ChangeKind<TextPatch> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    int hunks = UnifiedHunk.parse(diff).size();
    return "a diff of " + hunks + (hunks == 1 ? " hunk" : " hunks");
  }

  @Override
  public String shortName() {
    return "edit";
  }

  @Override
  public Optional<TextPatch> asDiff() {
    return Optional.of(this);
  }

  @Override
  public FileEdit edit(FileInTree file) {
    return file.originals()
        .of(this, file.ident())
        .flatMap(original -> merged(original, file.text()))
        .orElseGet(() -> placed(file.text()));
  }

  /** The outcome of a merge, in the text's own line ends; empty where these are mixed. */
  private static Optional<FileEdit> merged(DiffPreimage original, byte[] text) {
    byte[] inLf = LineEnd.LF.in(text);
    if (original.isIn(inLf)) {
      return Optional.of(new FileEdit.Holds());
    }
    if (LineEnd.areMixed(text)) {
      return Optional.empty();
    }
    LineEnd end = LineEnd.mostIn(text).orElse(LineEnd.LF);
    return Optional.of(
        original
            .onto(inLf)
            .<FileEdit>map(changed -> new FileEdit.Changed(end.in(changed)))
            .orElseGet(
                () ->
                    new FileEdit.Impossible("it conflicts with other changes of the same lines")));
  }

  /** The text with the diff in it, found by its context; empty where it does not fit. */
  Optional<byte[]> diffed(byte[] text) {
    return placed(text) instanceof FileEdit.Changed changed
        ? Optional.of(changed.text())
        : Optional.empty();
  }

  /**
   * Makes the edit where the context of each hunk is, nearest to where it is expected.
   *
   * <p>The library's own {@code Patch.applyFuzzy} does not: it makes an edit again that is there
   * already, takes no notice of the bounds of a file, and knows no line endings.
   */
  private FileEdit placed(byte[] text) {
    TextLines lines = new TextLines(text);
    int drift = 0;
    int number = 0;
    for (UnifiedHunk hunk : UnifiedHunk.parse(diff)) {
      number++;
      int expected = hunk.line() + drift;
      int unpatched = nearest(lines, hunk, hunk.before(), expected);
      int patched = nearest(lines, hunk, hunk.after(), expected);
      if (unpatched < 0 && patched < 0) {
        return new FileEdit.Impossible(
            "hunk " + number + " does not fit (expected near line " + (expected + 1) + ")");
      }
      boolean isThere =
          unpatched < 0 || (patched >= 0 && isThere(hunk, unpatched, patched, expected));
      if (!isThere) {
        edit(lines, hunk, unpatched);
      }
      drift =
          (isThere ? patched : unpatched)
              - hunk.line()
              + hunk.after().size()
              - hunk.before().size();
    }
    return FileEdit.of(text, lines.bytes());
  }

  /** Lines that stay keep their endings. */
  private static void edit(TextLines lines, UnifiedHunk hunk, int place) {
    List<Integer> removed = hunk.removed();
    for (int i = removed.size() - 1; i >= 0; i--) {
      int at = place + removed.get(i);
      lines.remove(at, at + 1);
    }
    for (int added : hunk.added()) {
      lines.insertLatin1(place + added, List.of(hunk.after().get(added)));
    }
  }

  /**
   * Returns which of the two a file that holds both has: the nearer, and of two at the same place,
   * as at the end of a file, the longer. An empty list of lines is nowhere, and proves nothing.
   */
  private static boolean isThere(UnifiedHunk hunk, int unpatched, int patched, int expected) {
    int nearer = Integer.compare(Math.abs(unpatched - expected), Math.abs(patched - expected));
    boolean longer = hunk.after().size() >= hunk.before().size();
    return hunk.before().isEmpty()
        || (!hunk.after().isEmpty() && (nearer > 0 || (nearer == 0 && longer)));
  }

  /**
   * The place nearest to the expected one where the lines are; -1 if they are nowhere. At the
   * bounds of a file there is too little around a hunk to know its place by, so it must be there.
   */
  private static int nearest(TextLines lines, UnifiedHunk hunk, List<String> wanted, int expected) {
    int last = lines.size() - wanted.size();
    BiPredicate<String, String> same = sameIn(hunk);
    if (hunk.isAtStart() || hunk.isAtEnd()) {
      int place = hunk.isAtStart() ? 0 : last;
      boolean both = hunk.isAtStart() && hunk.isAtEnd();
      return stand(lines, wanted, place, last, same) && (!both || last == 0) ? place : -1;
    }
    int from = Math.max(0, Math.min(expected, lines.size())); // a diff may name any line
    for (int distance = 0; distance <= lines.size(); distance++) {
      if (stand(lines, wanted, from - distance, last, same)) {
        return from - distance;
      }
      if (stand(lines, wanted, from + distance, last, same)) {
        return from + distance;
      }
    }
    return -1;
  }

  /** White space before a line continuation counts only where a hunk changes nothing else. */
  private static BiPredicate<String, String> sameIn(UnifiedHunk hunk) {
    List<String> before = hunk.before().stream().map(ContinuationSpacing::without).toList();
    List<String> after = hunk.after().stream().map(ContinuationSpacing::without).toList();
    return before.equals(after) ? String::equals : ContinuationSpacing::same;
  }

  private static boolean stand(
      TextLines lines, List<String> wanted, int at, int last, BiPredicate<String, String> same) {
    if (at < 0 || at > last) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!same.test(lines.get(at + i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}
