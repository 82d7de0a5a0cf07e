package dev.xenvendor.abi;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What headers hold in one view.
 *
 * @param failed the headers that do not compile there, and why: nothing of them is in the items
 * @param notAlone the headers that do not compile by themselves there; others may include them
 * @param unread all headers of the tree of which nothing is in the items
 * @param unmeasured why no compiler worked sizes, places and values out, where none did
 */
public record Contents(
    SortedMap<Name, Item> items,
    SortedMap<HeaderPath, String> failed,
    Set<HeaderPath> notAlone,
    Set<HeaderPath> unread,
    Optional<String> unmeasured) {}
