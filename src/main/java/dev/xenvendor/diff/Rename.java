package dev.xenvendor.diff;

import dev.xenvendor.tree.HeaderPath;

/** A file at another path than before, similar enough to be the same file. */
public record Rename(HeaderPath from, HeaderPath to) {}
