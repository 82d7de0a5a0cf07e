package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.Origin;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/**
 * A release to be put on the vendor branch.
 *
 * @param headers the files that go onto the branch, as seen from the prefix
 * @param committer who commits it, where the source or the manifest tells
 */
public record NewRelease(
    Version version, HeaderTree headers, String message, Optional<Committer> committer) {

  /**
   * The release as a source has it.
   *
   * @param manifest what is recorded of it
   * @param pin whether a release without a manifest is pinned by its first merge
   */
  static NewRelease of(
      Vendor vendor, Version version, Snapshot snapshot, Optional<Manifest> manifest, boolean pin) {
    HeaderTree headers = vendor.included(snapshot.headers());
    if (headers.isEmpty()) {
      throw Problem.inputFile(
          "include and exclude of vendor " + vendor.name() + " leave no file of " + version);
    }
    Origin origin = manifest.map(m -> m.origin(snapshot.origin())).orElse(snapshot.origin());
    String message =
        message(
            vendor, version, snapshot.headers().id(), origin, headers, manifest.isPresent() || pin);
    return new NewRelease(version, headers, message, origin.committer());
  }

  private static String message(
      Vendor vendor,
      Version version,
      GitId upstreamTree,
      Origin origin,
      HeaderTree headers,
      boolean pinned) {
    Trailers trailers =
        new Trailers()
            .add(Trailers.VENDOR, vendor.name())
            .add(Trailers.RELEASE, version.text())
            .add(Trailers.PREFIX, vendor.prefix().value())
            .add(Trailers.UPSTREAM_REF, origin.ref())
            .add(Trailers.UPSTREAM_COMMIT, origin.commit())
            .add(Trailers.UPSTREAM_TREE, upstreamTree.hex())
            .add(Trailers.SOURCE_SHA256, origin.sha256());
    if (!pinned) {
      trailers.add(Trailers.PINNED, "no");
    }
    return "Import "
        + vendor.title(version)
        + "\n\n"
        + headers.size()
        + " files of "
        + vendor.upstream().path()
        + ", as upstream published them.\n\n"
        + trailers;
  }
}
