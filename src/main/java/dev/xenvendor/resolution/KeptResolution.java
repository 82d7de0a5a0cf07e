package dev.xenvendor.resolution;

import dev.xenvendor.tree.GitId;

/**
 * A conflict that was settled, as it is kept.
 *
 * @param id the id of the tree object that holds it
 */
public record KeptResolution(GitId id, ResolvedTexts settled, ResolutionOrigin settlement) {}
