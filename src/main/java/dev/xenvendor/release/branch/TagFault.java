package dev.xenvendor.release.branch;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release tag that does not agree with the vendor branch.
 *
 * @param name the tag's
 * @param found the commit that it names
 * @param release what it should name; empty where the branch does not hold the release
 */
public record TagFault(
    Kind kind, Version version, String name, Optional<GitId> found, Optional<GitId> release) {

  /** In what it does not agree. */
  public enum Kind {
    /** The release has no tag, though others have. */
    MISSING,
    /** It names another commit than the release's. */
    MOVED,
    /** The branch does not hold the release. */
    STRAY,
    /** The tag calls itself otherwise: it was made under another name. */
    RENAMED,
    /** It is a plain name of the commit, without a tagger, a date and a message. */
    LIGHTWEIGHT
  }

  /** The faults of all the tags that the repository has. */
  public static List<TagFault> of(VendorReleases branch, Vendor vendor) {
    List<ImportedRelease> releases = branch.history().releases();
    Map<Version, ReleaseTag> tags = new HashMap<>();
    branch.tags().forEach(tag -> tags.put(tag.version(), tag));
    List<TagFault> faults = new ArrayList<>();
    for (ImportedRelease release : releases) {
      ReleaseTag tag = tags.remove(release.version());
      if (tag != null) {
        kind(tag, release).ifPresent(kind -> faults.add(fault(kind, tag, release)));
      } else if (branch.tags().size() > 0) {
        // A clone may have none of them.
        faults.add(missing(vendor, release));
      }
    }
    for (ReleaseTag tag : branch.tags()) {
      if (tags.containsKey(tag.version()) && !releases.isEmpty() && !tag.ahead()) {
        faults.add(
            new TagFault(Kind.STRAY, tag.version(), tag.name(), tag.commit(), Optional.empty()));
      }
    }
    return faults;
  }

  private static Optional<Kind> kind(ReleaseTag tag, ImportedRelease release) {
    if (!tag.commit().equals(Optional.of(release.commit()))) {
      return Optional.of(Kind.MOVED);
    }
    if (tag.calledInside().isEmpty()) {
      return Optional.of(Kind.LIGHTWEIGHT);
    }
    return tag.calledInside().filter(tag.name()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(Kind.RENAMED);
  }

  private static TagFault fault(Kind kind, ReleaseTag tag, ImportedRelease release) {
    return new TagFault(
        kind, tag.version(), tag.name(), tag.commit(), Optional.of(release.commit()));
  }

  private static TagFault missing(Vendor vendor, ImportedRelease release) {
    Version version = release.version();
    return new TagFault(
        Kind.MISSING,
        version,
        vendor.tag(version),
        Optional.empty(),
        Optional.of(release.commit()));
  }

  /** Returns whether the tag leads to something else than the release. */
  public boolean isMisleading() {
    return kind == Kind.MOVED || kind == Kind.STRAY || kind == Kind.RENAMED;
  }

  /** Returns what is wrong, in one clause. */
  public String message() {
    String names =
        found.map(id -> "names commit " + id.abbreviated()).orElse("does not name a commit");
    return switch (kind) {
      case MISSING -> "the tag " + name + " is missing";
      case MOVED ->
          "the tag "
              + name
              + ' '
              + names
              + ", not the release's commit "
              + release.map(GitId::abbreviated).orElseThrow();
      case STRAY ->
          "the tag " + name + ' ' + names + ", but the vendor branch does not have " + version;
      case RENAMED -> "the tag " + name + " was made under another name";
      case LIGHTWEIGHT -> "the tag " + name + " is not annotated";
    };
  }

  /** The commands that put it right. */
  public String remedy() {
    String again = "xenvendor import " + version;
    return switch (kind) {
      case MISSING -> again;
      case STRAY -> "git tag -d " + name;
      default -> "git tag -d " + name + " && " + again;
    };
  }
}
