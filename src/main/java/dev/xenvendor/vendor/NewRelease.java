package dev.xenvendor.vendor;

import dev.xenvendor.header.HeaderTree;
import java.util.Optional;

/**
 * A release to be put on the vendor branch.
 *
 * @param headers the files that go onto the branch, as seen from the prefix
 * @param committer who commits it; whoever imports it, where upstream's committer is not known
 */
public record NewRelease(
    Version version, HeaderTree headers, String message, Optional<Committer> committer) {}
