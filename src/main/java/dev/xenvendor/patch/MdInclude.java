package dev.xenvendor.patch;

import dev.xenvendor.patch.Anchor.Where;
import dev.xenvendor.patch.definition.DefinitionExtractor.Refused;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.KeyValues;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** The line that includes an MD header, and the vendor header that it goes into. */
public record MdInclude(HeaderPath file, String line) {

  private static final Key<HeaderPath> FILE = new Key<>("file", KeyType.PATH);
  private static final Key<String> LINE = new Key<>("line", KeyType.TEXT);

  static final MappingType<MdInclude> MAPPING =
      new MappingType.Builder<MdInclude>()
          .with(FILE, MdInclude::file)
          .with(Anchor.BEFORE, include -> Anchor.BEFORE_END_OF_GUARD)
          .with(LINE, MdInclude::line)
          .madeBy(MdInclude::read);

  private static MdInclude read(KeyValues in) {
    in.get(Anchor.BEFORE); // the only place there is
    return new MdInclude(in.get(FILE), in.get(LINE));
  }

  /** Returns a vendor header with the line, before the end of its guard unless it is there. */
  byte[] in(byte[] header) throws Refused {
    TextLines lines = new TextLines(header);
    if (new Anchor(Where.AFTER_LINE, line).in(lines).isPresent()) {
      return header;
    }
    int place =
        Anchor.BEFORE_END_OF_GUARD
            .in(lines)
            .orElseThrow(() -> new Refused(Anchor.BEFORE_END_OF_GUARD.missing()));
    lines.insert(place, List.of(line, ""));
    return lines.bytes();
  }
}
