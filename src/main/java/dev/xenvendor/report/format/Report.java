package dev.xenvendor.report.format;

/** A result that can be shown to people and to scripts. */
public interface Report {

  String text(Style style);

  /** Writes the fields of the result's JSON document. */
  void write(Json json);

  /** One JSON document. */
  default String json() {
    return Json.document(this::write);
  }

  /** The result in a format that not every report has. */
  default String in(Format format, Style style) {
    return switch (format) {
      case TEXT -> text(style);
      case JSON -> json();
      default -> throw new IllegalArgumentException("no " + format + " of this");
    };
  }
}
