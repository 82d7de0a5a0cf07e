package dev.xenvendor.report.html;

import dev.xenvendor.impact.ConsumerUse;
import java.util.List;

/** A consumer's use of something, as a row. */
final class ConsumerFields {

  private ConsumerFields() {}

  /**
   * Returns the fields of a row.
   *
   * @param told the use in words
   * @param breaks whether the consumer no longer compiles
   */
  static Fields of(ConsumerUse<?> use, String told, boolean breaks) {
    return new Fields()
        .put("folder", PathParts.folder(use.path()))
        .put("name", use.path().name() + ":" + use.line())
        .put("told", told)
        .put("times", use.times() > 1 ? use.times() : List.of())
        .put("breaks", breaks);
  }
}
