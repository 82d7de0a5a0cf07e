package dev.xenvendor.downstream;

import dev.xenvendor.tree.GitId;
import java.util.Optional;

/**
 * A merge that this program began and plain git ended.
 *
 * @param commit the merge commit; empty if git aborted the merge
 */
public record EndedMerge(MergeState state, Optional<GitId> commit) {}
