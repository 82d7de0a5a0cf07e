package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A commit of upstream's that changed a header.
 *
 * @param before the header before it, as of its first parent; empty where it was not there
 * @param after the header as the commit left it; empty where it took it away
 */
public record UpstreamCommit(
    GitId id,
    LocalDate date,
    String subject,
    Optional<HeaderFile> before,
    Optional<HeaderFile> after) {}
