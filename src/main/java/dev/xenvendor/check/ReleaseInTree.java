package dev.xenvendor.check;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.trunk.MergeBase;
import dev.xenvendor.trunk.MergeRecord;
import dev.xenvendor.trunk.TreeCommands;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.Vendor;
import java.util.Optional;

/**
 * The release that trunk's headers come from, as a command of the version control names it.
 *
 * @param revision its tag, where that names the release; else its commit
 * @param prefix the folder in which the release has its headers, which trunk may have moved since
 */
record ReleaseInTree(
    TreeCommands commands, String revision, HeaderPath prefix, HeaderPath prefixInTrunk) {

  static ReleaseInTree of(Inspection tree) {
    Vendor vendor = tree.vendor();
    Optional<ImportedRelease> release = tree.base().flatMap(MergeBase::release);
    return new ReleaseInTree(
        tree.commands(),
        release
            .map(tree.branch()::revision)
            .or(() -> tree.record().map(MergeRecord::commit).map(GitId::hex))
            .orElseThrow(),
        release.flatMap(ImportedRelease::prefix).orElse(vendor.prefix()),
        vendor.prefix());
  }

  /** The command that puts a header of the release into the work tree. */
  String checkout(HeaderPath header) {
    return commands.restore(revision, prefix.resolve(header), prefixInTrunk.resolve(header));
  }

  /** The command that compares trunk's headers with the release's. */
  String diff(Optional<HeaderPath> header) {
    return commands.compare(
        revision,
        header.map(prefix::resolve).orElse(prefix),
        header.map(prefixInTrunk::resolve).orElse(prefixInTrunk));
  }
}
