package dev.xenvendor.impact.api;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;

/**
 * A header of a release that the C parser could not read in full: what it gives beyond the names
 * that are known is not compared.
 *
 * @param reason as in {@code line 4: Syntax error}
 */
public record UnreadHeader(Version release, HeaderPath header, String reason) {}
