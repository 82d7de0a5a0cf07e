package dev.xenvendor.diff;

import dev.xenvendor.tree.HeaderPath;

/** A file that stands under another path than before, alike enough to be the same file. */
public record Rename(HeaderPath from, HeaderPath to) {}
