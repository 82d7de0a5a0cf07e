package dev.xenvendor.header;

/** A file that stands under another path than before, alike enough to be the same file. */
public record Rename(HeaderPath from, HeaderPath to) {}
