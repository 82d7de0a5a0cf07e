package dev.xenvendor.patch;

import dev.xenvendor.patch.text.MixedLineEnds;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/**
 * A file as a change sees it.
 *
 * @param tree the tree that holds it, for changes that must read what the file includes
 * @param ident the ident line that local's copy of the file has, or none
 * @param mixedLineEnds the line ends of local's copy, where they are mixed
 * @param originals what diffs were made against
 */
public record FileInTree(
    HeaderPath path,
    byte[] text,
    HeaderTree tree,
    Optional<byte[]> ident,
    Optional<MixedLineEnds> mixedLineEnds,
    DiffPreimages originals) {}
