package dev.xenvendor.cvs.thirdparty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a vendor's entry in {@code doc/3RDPARTY}.
 *
 * @param known the texts of fields that are the vendor's for sure: an entry that is there gets them
 * @param proposed the texts of fields that only a new entry gets
 */
public record ThirdPartyEntry(
    Map<ThirdPartyField, String> known, Map<ThirdPartyField, String> proposed) {

  private static final String UNKNOWN = "?";
  private static final Set<ThirdPartyField> TAGS =
      EnumSet.of(ThirdPartyField.VENDOR_TAG, ThirdPartyField.RELEASE_TAG);

  public ThirdPartyEntry {
    known = Map.copyOf(known);
    proposed = Map.copyOf(proposed);
  }

  public String text(ThirdPartyField field) {
    String text = known.getOrDefault(field, proposed.getOrDefault(field, ""));
    return text.isEmpty() && ThirdPartyField.REQUIRED.contains(field) ? UNKNOWN : text;
  }

  /**
   * The lines of a new entry.
   *
   * @param documented the fields that the file's header knows; tags that it does not know go into
   *     the notes
   */
  public List<String> lines(Set<ThirdPartyField> documented) {
    List<String> lines = new ArrayList<>();
    for (ThirdPartyField field : ThirdPartyField.values()) {
      if (field != ThirdPartyField.NOTES && documented.contains(field)) {
        lines.add(field.line(text(field)));
      }
    }
    lines.add(ThirdPartyField.NOTES.line(""));
    noteTags(documented).forEach((field, text) -> lines.add(field.line(text)));
    return lines;
  }

  /** The tags that have no field of their own in a file. */
  Map<ThirdPartyField, String> noteTags(Set<ThirdPartyField> documented) {
    Map<ThirdPartyField, String> tags = new EnumMap<>(ThirdPartyField.class);
    for (ThirdPartyField field : TAGS) {
      if (!documented.contains(field) && known.containsKey(field)) {
        tags.put(field, text(field));
      }
    }
    return tags;
  }

  /** The fields that a person still has to fill in. */
  public List<ThirdPartyField> open(Set<ThirdPartyField> documented) {
    return documented.stream()
        .filter(field -> field != ThirdPartyField.NOTES)
        .filter(field -> text(field).isEmpty() || text(field).equals(UNKNOWN))
        .sorted()
        .toList();
  }
}
