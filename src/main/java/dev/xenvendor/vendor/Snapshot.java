package dev.xenvendor.vendor;

import dev.xenvendor.header.HeaderTree;

/** The public headers as a source holds them: every file below upstream's path. */
public record Snapshot(HeaderTree headers, Origin origin) {}
