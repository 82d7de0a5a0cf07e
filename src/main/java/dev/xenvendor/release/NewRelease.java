package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/**
 * A release to be put on the vendor branch.
 *
 * @param headers the files that go onto the branch, as seen from the prefix
 * @param committer who commits it, where the source or the manifest tells
 */
public record NewRelease(
    Version version, HeaderTree headers, String message, Optional<Committer> committer) {}
