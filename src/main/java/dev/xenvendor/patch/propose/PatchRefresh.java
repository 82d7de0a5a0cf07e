package dev.xenvendor.patch.propose;

import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.patch.Change.Stage;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.RebasedChange;
import dev.xenvendor.patch.ReleasedHeader;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites local patches one after the other, so that they fit a release without a merge, as {@code
 * quilt refresh} does.
 */
public final class PatchRefresh {

  private final PatchSet declared;
  private final Version release;
  private final List<LocalPatch> refreshed = new ArrayList<>();
  private PatchSet now;

  /**
   * Refreshes patches for a release.
   *
   * @param declared all patches, as they are declared
   */
  public PatchRefresh(PatchSet declared, Version release) {
    this.declared = declared;
    this.release = release;
    this.now = declared;
  }

  /** The patches that were rewritten. */
  public List<LocalPatch> refreshed() {
    return List.copyOf(refreshed);
  }

  /** Rewrites a diff whose context or place is another in the release. */
  public void move(LocalPatch patch, ReleasedHeader header) {
    List<LocalPatch> others = before(now, patch, release);
    byte[] text = header.with(others, now.originals());
    byte[] made = made(patch, others, header);
    Optional<TextPatch> old = patch.change().asDiff();
    if (old.isPresent() && !Arrays.equals(text, made)) {
      diff(header, text, made)
          .filter(diff -> !diff.isSameEdit(old.get()))
          .ifPresent(diff -> replace(patch.with(diff)));
    }
  }

  /**
   * Rewrites a patch that does not do to the release what a text merge does, as a diff of what the
   * text merge does. Where that leaves nothing to do, upstream has it, and the patch ends.
   *
   * @param earlier the header in an earlier release, in which the patch applies
   * @return whether the two do the same
   */
  public boolean carry(LocalPatch patch, ReleasedHeader earlier, ReleasedHeader header) {
    List<LocalPatch> until = before(declared, patch, earlier.release());
    byte[] without = earlier.with(until, declared.originals());
    byte[] with = made(patch, until, earlier);
    List<LocalPatch> others = before(now, patch, release);
    byte[] text = header.with(others, now.originals());
    Optional<byte[]> carried =
        new RebasedChange(new TextMerger(), without, with)
            .onto(text)
            .filter(merged -> !Arrays.equals(merged, made(patch, others, header)));
    carried.ifPresent(
        merged ->
            replace(
                diff(header, text, merged)
                    .map(patch::with)
                    .orElseGet(() -> patch.endingBefore(release))));
    return carried.isEmpty();
  }

  /**
   * Makes a diff of a patch that no longer applies: whatever is left in trunk's header beside the
   * other patches. It is for this release and later ones; earlier ones had it otherwise.
   */
  public void absorb(LocalPatch patch, ReleasedHeader header, byte[] local) {
    List<LocalPatch> others = before(now, patch, release);
    byte[] text = header.with(others, now.originals());
    diff(header, text, local).ifPresent(diff -> replace(patch.with(diff).startingWith(release)));
  }

  /**
   * Returns whether an earlier release had the patch as published, so that it was upstream's own.
   */
  public boolean isIn(LocalPatch patch, ReleasedHeader earlier) {
    List<LocalPatch> until = before(declared, patch, earlier.release());
    byte[] without = earlier.with(until, declared.originals());
    return Arrays.equals(without, made(patch, until, earlier));
  }

  /** Ends a patch before the release. */
  public void end(LocalPatch patch) {
    replace(patch.endingBefore(release));
  }

  private void replace(LocalPatch patch) {
    refreshed.add(patch);
    now = now.replacing(List.of(patch));
  }

  private byte[] made(LocalPatch patch, List<LocalPatch> others, ReleasedHeader header) {
    List<LocalPatch> all = new ArrayList<>(others);
    all.add(patch);
    return header.with(all, now.originals());
  }

  /** The patches for a release that are applied before another. */
  private static List<LocalPatch> before(PatchSet patches, LocalPatch patch, Version version) {
    return PatchSet.inOrder(patches.patches()).stream()
        .takeWhile(other -> !other.id().equals(patch.id()))
        .filter(other -> other.isFor(version) && other.change().stage() != Stage.LINE_ENDS)
        .toList();
  }

  private Optional<TextPatch> diff(ReleasedHeader header, byte[] before, byte[] after) {
    HeaderPath file = header.file();
    String diff = DiffText.between(before, after);
    return diff.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TextPatch(
                FileSelection.of(file),
                Optional.of(new TextPatch.Against(release, header.published().id())),
                diff));
  }
}
