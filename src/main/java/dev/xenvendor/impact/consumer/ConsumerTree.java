package dev.xenvendor.impact.consumer;

import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderTree;

/**
 * The operating system's tree, as far as it has to do with the headers.
 *
 * @param headers its copy of them, seen from the prefix
 * @param published the release that they come from; empty where that is not at hand
 * @param consumers the files that use them
 */
public record ConsumerTree(
    Vendor vendor,
    HeaderTree headers,
    HeaderTree published,
    Consumers consumers,
    PatchSet patches) {}
