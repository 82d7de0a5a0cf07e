package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderTree;

/** The three trees of a merge. */
public record MergeInput(HeaderTree base, HeaderTree local, HeaderTree vendor) {}
