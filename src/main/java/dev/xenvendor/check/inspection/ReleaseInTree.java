package dev.xenvendor.check.inspection;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;

/**
 * The release that trunk's headers come from, as a command of the version control names it.
 *
 * @param revision its tag, where that names the release; else its commit
 * @param prefix the folder in which the release has its headers, which trunk may have moved since
 */
public record ReleaseInTree(
    HintCommands commands, String revision, HeaderPath prefix, HeaderPath prefixInTrunk) {

  public static ReleaseInTree of(Inspection tree) {
    Vendor vendor = tree.vendor();
    Optional<ImportedRelease> release = tree.downstream().base().flatMap(MergeBase::release);
    return new ReleaseInTree(
        tree.commands(),
        release
            .map(tree.downstream().branch()::revision)
            .or(() -> tree.downstream().record().map(MergeRecord::commit).map(GitId::hex))
            .orElseThrow(),
        release.flatMap(ImportedRelease::prefix).orElse(vendor.prefix()),
        vendor.prefix());
  }

  /** The command that puts a header of the release into the work tree. */
  public String checkout(HeaderPath header) {
    return commands.restore(revision, prefix.resolve(header), prefixInTrunk.resolve(header));
  }

  /** The command that compares trunk's headers with the release's. */
  public String diff(Optional<HeaderPath> header) {
    return commands.compare(
        revision,
        header.map(prefix::resolve).orElse(prefix),
        header.map(prefixInTrunk::resolve).orElse(prefixInTrunk));
  }
}
