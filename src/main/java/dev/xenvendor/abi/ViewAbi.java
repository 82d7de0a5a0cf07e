package dev.xenvendor.abi;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The interface of headers in one view.
 *
 * @param failed the headers that do not compile in this view, and why; the entries have nothing of
 *     them
 * @param notAlone the headers that do not compile alone in this view; others may include them
 * @param unread all headers of the tree without entries
 * @param inPart the headers of which the entries lack what the C parser cannot read, though the
 *     compiler can, and the first such place
 * @param unmeasured why sizes, offsets and values are unknown; empty if a compiler measured them
 */
public record ViewAbi(
    SortedMap<AbiName, AbiEntry> entries,
    SortedMap<HeaderPath, String> failed,
    Set<HeaderPath> notAlone,
    Set<HeaderPath> unread,
    SortedMap<HeaderPath, String> inPart,
    Optional<String> unmeasured) {}
