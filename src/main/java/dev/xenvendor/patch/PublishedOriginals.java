package dev.xenvendor.patch;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the texts that diffs were made against from releases as published: a diff is made against
 * the header that has the patches before it, but for the tree's line ends.
 */
final class PublishedOriginals implements Originals {

  private final List<LocalPatch> patches;
  private final TextMerger merger;
  private final Function<Version, Optional<HeaderTree>> published;

  /** Whether the patches behind a diff are looked at, which are asked about theirs in turn. */
  private final boolean amongOthers;

  private PublishedOriginals(
      List<LocalPatch> patches,
      TextMerger merger,
      Function<Version, Optional<HeaderTree>> published,
      boolean amongOthers) {
    this.patches = patches;
    this.merger = merger;
    this.published = published;
    this.amongOthers = amongOthers;
  }

  /**
   * Originals in releases.
   *
   * @param patches all the patches, in the order in which they are applied
   * @param published gives a release's headers, if they are at hand
   */
  static Originals of(
      List<LocalPatch> patches,
      LineDiff lineDiff,
      Function<Version, Optional<HeaderTree>> published) {
    Map<Version, Optional<HeaderTree>> read = new HashMap<>();
    return new PublishedOriginals(
        patches,
        TextMerger.settling(lineDiff),
        version -> read.computeIfAbsent(version, published),
        true);
  }

  @Override
  public Originals with(List<LocalPatch> others) {
    List<LocalPatch> all = new ArrayList<>(patches);
    all.addAll(others);
    return new PublishedOriginals(PatchSet.inOrder(all), merger, published, amongOthers);
  }

  @Override
  public Optional<Original> of(TextPatch patch, Optional<byte[]> ident) {
    Optional<HeaderPath> file = patch.files().single();
    if (patch.against().isEmpty() || file.isEmpty()) {
      return Optional.empty();
    }
    TextPatch.Against against = patch.against().get();
    return published
        .apply(against.release())
        .filter(tree -> tree.get(file.get()).filter(f -> f.id().equals(against.blob())).isPresent())
        .map(tree -> new Place(tree, file.get(), against.release(), ident))
        .flatMap(place -> original(patch, place));
  }

  /** A header of a release. */
  private record Place(HeaderTree tree, HeaderPath file, Version release, Optional<byte[]> ident) {}

  private Optional<Original> original(TextPatch patch, Place place) {
    List<LocalPatch> before = new ArrayList<>();
    List<LocalPatch> others = new ArrayList<>();
    boolean passed = false;
    for (LocalPatch other : patches) {
      boolean itself = other.change().equals(patch);
      passed |= itself;
      boolean isAboutText = !(other.change() instanceof LineEndings);
      if (!itself && isAboutText && other.isFor(place.release())) {
        others.add(other);
        if (!passed) {
          before.add(other);
        }
      }
    }
    byte[] text = applied(before, place);
    return patch
        .diffed(text)
        .map(diffed -> new CarriedChange(merger, text, diffed))
        .map(change -> new Original(change, () -> amongOthers(patch, place, before, others)));
  }

  /** The change in the header that has all the other patches. */
  private Optional<CarriedChange> amongOthers(
      TextPatch patch, Place place, List<LocalPatch> before, List<LocalPatch> others) {
    if (!amongOthers || before.size() == others.size()) {
      return Optional.empty();
    }
    List<LocalPatch> all = new ArrayList<>(before);
    all.add(LocalPatch.proposed("this", "", patch));
    all.addAll(others.subList(before.size(), others.size()));
    return Optional.of(new CarriedChange(merger, applied(others, place), applied(all, place)));
  }

  /** The header with patches, of which only those that are about it are made. */
  private byte[] applied(List<LocalPatch> some, Place place) {
    HeaderPath file = place.file();
    Set<HeaderPath> elsewhere = new HashSet<>(place.tree().paths());
    elsewhere.remove(file);
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    List<LocalPatch> here = new ArrayList<>();
    for (LocalPatch patch : some) {
      boolean inFiles = patch.change() instanceof FileChange;
      if (inFiles || patch.change().namedFiles().contains(file)) {
        here.add(patch);
        leftOut.put(patch.id(), inFiles ? elsewhere : Set.of());
      }
    }
    Map<HeaderPath, byte[]> idents = new HashMap<>();
    place.ident().ifPresent(line -> idents.put(file, line));
    LocalSpelling spelling = new LocalSpelling(idents, Map.of());
    PatchTarget target = new PatchTarget(place.tree(), Map.of(), spelling, Set.of(), place.tree());
    Originals nested = new PublishedOriginals(patches, merger, published, false);
    return new PatchSet(here, nested)
        .apply(target, leftOut)
        .tree()
        .get(file)
        .map(HeaderFile::bytes)
        .orElseGet(() -> place.tree().get(file).orElseThrow().bytes());
  }
}
