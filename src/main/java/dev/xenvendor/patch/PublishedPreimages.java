package dev.xenvendor.patch;

import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.patch.Change.Stage;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the preimages of diffs from published releases: the header with the preceding patches,
 * apart from the tree's line ends.
 */
final class PublishedPreimages implements DiffPreimages {

  private final List<LocalPatch> patches;
  private final TextMerger merger;
  private final Function<Version, Optional<HeaderTree>> published;

  /** Whether the patches after a diff are considered; false within that, to end the recursion. */
  private final boolean amongOthers;

  private PublishedPreimages(
      List<LocalPatch> patches,
      Function<Version, Optional<HeaderTree>> published,
      boolean amongOthers) {
    this.patches = patches;
    this.merger = TextMerger.settling();
    this.published = published;
    this.amongOthers = amongOthers;
  }

  /**
   * Originals in releases.
   *
   * @param patches all the patches, in the order in which they are applied
   * @param published gives a release's headers, if they are available
   */
  static DiffPreimages of(
      List<LocalPatch> patches, Function<Version, Optional<HeaderTree>> published) {
    Map<Version, Optional<HeaderTree>> read = new HashMap<>();
    return new PublishedPreimages(
        patches, version -> read.computeIfAbsent(version, published), true);
  }

  @Override
  public DiffPreimages among(List<LocalPatch> all) {
    return new PublishedPreimages(PatchSet.inOrder(all), published, amongOthers);
  }

  @Override
  public Optional<DiffPreimage> of(TextPatch patch, Optional<byte[]> ident) {
    Optional<HeaderPath> file = patch.files().single();
    if (patch.against().isEmpty() || file.isEmpty()) {
      return Optional.empty();
    }
    TextPatch.Against against = patch.against().get();
    return published
        .apply(against.release())
        .filter(tree -> tree.get(file.get()).filter(f -> f.id().equals(against.blob())).isPresent())
        .map(tree -> new ReleasedHeader(tree, file.get(), against.release(), ident))
        .flatMap(header -> original(patch, header));
  }

  private Optional<DiffPreimage> original(TextPatch patch, ReleasedHeader header) {
    List<LocalPatch> before = new ArrayList<>();
    List<LocalPatch> others = new ArrayList<>();
    boolean passed = false;
    for (LocalPatch other : patches) {
      boolean itself = other.change().equals(patch);
      passed |= itself;
      boolean isAboutText = other.change().stage() != Stage.LINE_ENDS;
      if (!itself && isAboutText && other.isFor(header.release())) {
        others.add(other);
        if (!passed) {
          before.add(other);
        }
      }
    }
    byte[] text = applied(before, header);
    return patch
        .diffed(text)
        .map(diffed -> new RebasedChange(merger, text, diffed))
        .map(change -> new DiffPreimage(change, () -> amongOthers(patch, header, before, others)));
  }

  /** The change in the header that has all the other patches. */
  private Optional<RebasedChange> amongOthers(
      TextPatch patch, ReleasedHeader header, List<LocalPatch> before, List<LocalPatch> others) {
    if (!amongOthers || before.size() == others.size()) {
      return Optional.empty();
    }
    List<LocalPatch> all = new ArrayList<>(before);
    all.add(LocalPatch.proposed("this", "", patch));
    all.addAll(others.subList(before.size(), others.size()));
    return Optional.of(new RebasedChange(merger, applied(others, header), applied(all, header)));
  }

  private byte[] applied(List<LocalPatch> some, ReleasedHeader header) {
    return header.with(some, new PublishedPreimages(patches, published, false));
  }
}
