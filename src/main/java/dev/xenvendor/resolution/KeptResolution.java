package dev.xenvendor.resolution;

import dev.xenvendor.tree.GitId;

/**
 * A stored resolution.
 *
 * @param id the id of its tree object
 */
public record KeptResolution(GitId id, ResolvedTexts settled, ResolutionOrigin settlement) {}
