package dev.xenvendor.patch;

import java.time.LocalDate;
import java.util.Optional;

/** Something that was said about a change, and where. */
public record Discussion(Optional<LocalDate> date, Optional<String> link, String says) {}
