package dev.xenvendor.report.html;

import dev.xenvendor.c.include.MissingInclude;
import java.util.List;

/** Includes of headers that the tree does not import. */
record MissingFields(List<MissingInclude> missing) {

  Fields fields() {
    return new Fields()
        .put("any", !missing.isEmpty())
        .put(
            "includes",
            missing.stream(),
            one ->
                new Fields()
                    .put("place", one.header() + ":" + one.line())
                    .put("included", one.included().value()));
  }
}
