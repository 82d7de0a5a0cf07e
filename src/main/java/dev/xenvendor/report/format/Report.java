package dev.xenvendor.report.format;

/** A result that can be shown to people and to scripts. */
public interface Report {

  /** Adds the lines for people. */
  void show(Text text);

  /** Writes the fields of the result's JSON document. */
  void write(Json json);

  /** Returns the lines for people, each ended by a line feed. */
  default String text(Style style) {
    Text text = new Text(style);
    show(text);
    return text.toString();
  }

  /** Returns one JSON document. */
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
