package dev.xenvendor.update;

import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;

/**
 * The inputs of a merge.
 *
 * @param base the release that trunk's headers come from
 * @param local trunk's headers, seen from the prefix
 * @param movedBefore where earlier merges moved files that local patches name
 * @param release what is merged
 * @param headers its headers as published
 */
public record MergeStart(
    MergeBase base,
    HeaderTree local,
    Map<HeaderPath, HeaderPath> movedBefore,
    ImportedRelease release,
    HeaderTree headers) {}
