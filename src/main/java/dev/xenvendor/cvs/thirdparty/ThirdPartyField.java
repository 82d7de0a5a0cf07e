package dev.xenvendor.cvs.thirdparty;

import java.util.List;
import java.util.Optional;

/** The fields of an entry in NetBSD's {@code doc/3RDPARTY}, in the order of its header. */
public enum ThirdPartyField {
  PACKAGE("Package"),
  VERSION("Version"),
  CURRENT("Current Vers"),
  MAINTAINER("Maintainer"),
  ARCHIVE("Archive Site"),
  HOME("Home Page"),
  DATE("Date"),
  MAILING_LIST("Mailing List"),
  LICENSE("License"),
  RESPONSIBLE("Responsible"),
  LOCATION("Location"),
  VENDOR_TAG("Vendor tag"),
  RELEASE_TAG("Release tag"),
  NOTES("Notes");

  /** An entry without these is none. */
  static final List<ThirdPartyField> REQUIRED = List.of(PACKAGE, VERSION, CURRENT, MAINTAINER);

  /** The column at which the texts of all fields begin. */
  private static final int TEXT_COLUMN = 16;

  private static final int TAB = 8;

  private final String label;

  ThirdPartyField(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The field of that name; real entries write {@code Home page} as well. */
  static Optional<ThirdPartyField> named(String label) {
    for (ThirdPartyField field : values()) {
      if (field.label.equalsIgnoreCase(label.strip())) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** A line of an entry: tag and text are separated by tabs, and a text may be missing. */
  String line(String text) {
    String tag = label + ':';
    if (this == NOTES || text.isEmpty()) {
      return tag;
    }
    int tabs = Math.max(1, (TEXT_COLUMN - tag.length() + TAB - 1) / TAB);
    return tag + "\t".repeat(tabs) + text;
  }
}
