package dev.xenvendor.release.branch;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.diff.TreeChanges;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.SourceTagMismatch;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The result of an import.
 *
 * @param tree the tree id of all of upstream's headers
 * @param files how many of them the branch holds
 * @param pin what vouches for the release
 * @param skipped pinned releases between this one and the one before it that were never imported
 * @param remade later releases whose commits and tags were made anew, since this one went before
 *     them
 * @param tagMade whether only the release's tag was missing, and was made again
 * @param leftOut headers that the release brings and {@code include} or {@code exclude} leaves out
 * @param missing includes of those by imported headers
 * @param lacking headers that {@code include} lets in by now and this import is without, where it
 *     can no longer be made anew
 * @param sincePrevious what the release brought, where another one came before it
 * @param tagElsewhere the source's own tag of the release, where another commit was taken
 */
public record ImportReport(
    Result result,
    Vendor vendor,
    ImportedRelease release,
    GitId tree,
    int files,
    Pin pin,
    List<Version> skipped,
    List<ImportedRelease> remade,
    boolean tagMade,
    SortedSet<HeaderPath> leftOut,
    List<MissingInclude> missing,
    List<HeaderPath> lacking,
    Optional<SincePrevious> sincePrevious,
    Optional<SourceTagMismatch> tagElsewhere) {

  /** Files of the tree's own that have the name of a header that came up and is left out. */
  public List<HeaderPath> hiddenBy(HeaderTree trunk) {
    return leftOut.stream().filter(trunk::contains).toList();
  }

  /** Returns whether a manifest vouches for the release. */
  public boolean pinned() {
    return pin == Pin.MANIFEST;
  }

  /** The evidence for a release. */
  public enum Pin {
    /** A manifest that was known before. */
    MANIFEST("as pinned"),
    /** Nothing yet; the merge commits a manifest of what was imported. */
    FIRST_USE("pinned on first use"),
    /** Nothing, and nothing will. */
    NONE("not pinned");

    private final String words;

    Pin(String words) {
      this.words = words;
    }

    /** Returns what a report says of it. */
    public String words() {
      return words;
    }
  }

  /** The refs that were made or moved, as {@code git push} takes them. */
  public List<String> refs() {
    List<String> refs = new ArrayList<>(vendor.pushRefs(release.version()));
    remade.forEach(later -> refs.add(vendor.tag(later.version())));
    return refs;
  }

  /** The outcome. */
  public enum Result {
    IMPORTED("imported"),
    ALREADY_IMPORTED("already-imported");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A release against the one before it on the branch.
   *
   * @param licenseChanged whether the licence file is another
   */
  public record SincePrevious(
      Version previous,
      TreeChanges changes,
      Optional<String> interfaceBefore,
      Optional<String> interfaceNow,
      boolean licenseChanged) {}
}
