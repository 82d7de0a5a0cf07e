package dev.xenvendor.patch.propose;

import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DiffPreimages;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.RebasedChange;
import dev.xenvendor.patch.ReleasedHeader;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures in how many releases a change to one header holds. It holds where it applies and does
 * what a merge of the edit as text does; where that conflicts, or the change is meant for every
 * line, applying is enough. A diff is applied by that merge.
 */
final class DurabilityMeasure {

  /** A release's header among the patches that it gets. */
  private record Text(HeaderPath path, GitId blob, List<String> patches) {}

  private static final int ALONE = 1;

  private final SortedMap<Version, HeaderTree> releases;
  private final TextMerger merger;
  private final Map<Text, byte[]> texts = new HashMap<>();

  /**
   * A measure by releases.
   *
   * @param releases the headers of the releases as published
   * @param from the release that trunk has: earlier ones do not count
   */
  DurabilityMeasure(SortedMap<Version, HeaderTree> releases, Version from) {
    this.releases = new TreeMap<>(releases).tailMap(from);
    this.merger = TextMerger.settling();
  }

  /**
   * Measures a change.
   *
   * @param edit the header that the change was found in, without it and with it
   * @param others the patches that are made before it
   * @param ident the ident line that the header has in the tree
   * @return empty where no release but trunk's has the header
   */
  Optional<Durability> of(
      Change change, HeaderPath path, Edit edit, PatchSet others, Optional<byte[]> ident) {
    RebasedChange carried = new RebasedChange(merger, edit.before(), edit.after());
    PatchSet about = about(others, path);
    Map<Text, Boolean> verdicts = new HashMap<>();
    int count = 0;
    int held = 0;
    for (Map.Entry<Version, HeaderTree> release : releases.entrySet()) {
      Optional<HeaderFile> file = release.getValue().get(path);
      if (file.isEmpty()) {
        continue;
      }
      PatchSet before = about.forRelease(release.getKey());
      Text text = new Text(path, file.get().id(), ids(before));
      ReleasedHeader header = new ReleasedHeader(release.getValue(), path, release.getKey(), ident);
      count++;
      held +=
          verdicts.computeIfAbsent(text, t -> holds(change, carried, header, t, before)) ? 1 : 0;
    }
    return count > ALONE
        ? Optional.of(new Durability(held, count, releases.firstKey()))
        : Optional.empty();
  }

  /** Returns whether there is more than one release to measure by. */
  boolean hasReleases() {
    return releases.size() > ALONE;
  }

  /** The patches that may touch a header. */
  private static PatchSet about(PatchSet patches, HeaderPath path) {
    return new PatchSet(
        patches.patches().stream()
            .filter(
                p -> p.change().namedFiles().isEmpty() || p.change().namedFiles().contains(path))
            .toList());
  }

  private static List<String> ids(PatchSet patches) {
    return patches.patches().stream().map(LocalPatch::id).toList();
  }

  private boolean holds(
      Change change, RebasedChange carried, ReleasedHeader header, Text key, PatchSet before) {
    byte[] text =
        texts.computeIfAbsent(key, t -> header.with(before.patches(), DiffPreimages.NONE));
    Optional<byte[]> merged = carried.onto(text);
    if (change.asDiff().isPresent()) {
      return merged.isPresent();
    }
    HeaderPath path = header.file();
    HeaderTree tree = header.tree().with(Map.of(path, HeaderFile.regular(text)));
    PatchedTree made =
        new PatchSet(List.of(LocalPatch.proposed("change", "", change)))
            .apply(PatchTarget.of(tree).withSpelling(header.spelling()));
    byte[] outcome = made.tree().get(path).orElseThrow().bytes();
    return made.results().get(0).applies()
        && (change.isOfEveryLine() || merged.isEmpty() || Arrays.equals(outcome, merged.get()));
  }

  /** A header without a change and with it. */
  record Edit(byte[] before, byte[] after) {

    boolean isNone() {
      return Arrays.equals(before, after);
    }
  }
}
