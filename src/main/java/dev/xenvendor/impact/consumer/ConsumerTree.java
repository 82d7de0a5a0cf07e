package dev.xenvendor.impact.consumer;

import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderTree;

/**
 * The part of the operating system's tree that concerns the headers.
 *
 * @param headers its copy of them, relative to the prefix
 * @param published the release that they come from; empty if it is not available
 * @param consumers the files that use them
 */
public record ConsumerTree(
    Vendor vendor,
    HeaderTree headers,
    HeaderTree published,
    Consumers consumers,
    PatchSet patches) {}
