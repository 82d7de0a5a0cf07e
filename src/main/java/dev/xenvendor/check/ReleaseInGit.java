package dev.xenvendor.check;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.trunk.MergeBase;
import dev.xenvendor.trunk.MergeRecord;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.ReleaseTag;
import dev.xenvendor.vendor.Vendor;
import java.util.Optional;

/**
 * The release that trunk's headers come from, as a git command names it.
 *
 * @param revision its tag, where that names the release; else its commit
 * @param prefix the folder in which the release has its headers, which trunk may have moved since
 */
record ReleaseInGit(String revision, HeaderPath prefix, HeaderPath prefixInTrunk) {

  static ReleaseInGit of(Inspection tree) {
    Vendor vendor = tree.vendor();
    Optional<ImportedRelease> release = tree.base().flatMap(MergeBase::release);
    return new ReleaseInGit(
        release
            .map(r -> revision(tree, r))
            .or(() -> tree.record().map(MergeRecord::commit).map(GitId::hex))
            .orElseThrow(),
        release.flatMap(ImportedRelease::prefix).orElse(vendor.prefix()),
        vendor.prefix());
  }

  private static String revision(Inspection tree, ImportedRelease release) {
    return tree.branch().tags().stream()
        .filter(tag -> tag.version().equals(release.version()))
        .filter(tag -> tag.commit().equals(Optional.of(release.commit())))
        .map(ReleaseTag::name)
        .findFirst()
        .orElseGet(() -> release.commit().abbreviated());
  }

  /** The command that puts a header of the release into the work tree. */
  String checkout(HeaderPath header) {
    HeaderPath there = prefix.resolve(header);
    HeaderPath here = prefixInTrunk.resolve(header);
    return there.equals(here)
        ? "git checkout " + revision + " -- " + here
        : "git show " + revision + ":" + there + " > " + here;
  }

  /** The command that compares trunk's headers with the release's. */
  String diff(Optional<HeaderPath> header) {
    if (prefix.equals(prefixInTrunk)) {
      return "git diff "
          + revision
          + " -- "
          + header.map(prefixInTrunk::resolve).orElse(prefixInTrunk);
    }
    String there = header.map(prefix::resolve).orElse(prefix).value();
    String here = header.map(prefixInTrunk::resolve).orElse(prefixInTrunk).value();
    return "git diff " + revision + ":" + there + " HEAD:" + here;
  }
}
