package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;

/** A file as one side of a merge holds it; sides may hold the same file under different paths. */
public record SideFile(HeaderPath path, HeaderFile file) {}
