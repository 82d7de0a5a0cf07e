package dev.xenvendor.vendor;

import dev.xenvendor.header.HeaderTree;

/**
 * A release to be put on the vendor branch.
 *
 * @param headers the files that go onto the branch, as seen from the prefix
 */
public record NewRelease(Version version, HeaderTree headers, String message) {}
