package dev.xenvendor.abi;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The interface of headers in one view.
 *
 * @param failed the headers that do not compile there, and why: nothing of them is in the entries
 * @param notAlone the headers that do not compile by themselves there; others may include them
 * @param unread all headers of the tree of which nothing is in the entries
 * @param inPart the headers of which the entries lack what the C parser cannot read, though the
 *     compiler can, and the first such place
 * @param unmeasured why sizes, places and values are unknown, if no compiler measured them
 */
public record ViewAbi(
    SortedMap<AbiName, AbiEntry> entries,
    SortedMap<HeaderPath, String> failed,
    Set<HeaderPath> notAlone,
    Set<HeaderPath> unread,
    SortedMap<HeaderPath, String> inPart,
    Optional<String> unmeasured) {}
