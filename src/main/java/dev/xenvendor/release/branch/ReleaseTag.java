package dev.xenvendor.release.branch;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import java.util.Optional;

/**
 * A tag of the repository that is called as a release's.
 *
 * @param name the tag's, as {@code git tag} lists it
 * @param calledInside what an annotated tag calls itself; empty for a lightweight one
 * @param commit what it names; empty where that is no commit
 * @param ahead whether the commit is on top of the vendor branch as it is here, which was not
 *     fetched as far as the tags were
 */
public record ReleaseTag(
    Version version,
    String name,
    Optional<String> calledInside,
    Optional<GitId> commit,
    boolean ahead) {}
