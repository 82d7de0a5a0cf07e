package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import java.time.LocalDate;

/**
 * A commit of upstream's that changed a header.
 *
 * @param before the header before it, as of its first parent; empty where it was not there
 * @param after the header as the commit left it; empty where it took it away
 */
public record UpstreamCommit(
    GitId id, LocalDate date, String subject, byte[] before, byte[] after) {}
