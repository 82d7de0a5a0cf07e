package dev.xenvendor.report.format;

/** A result that can be shown to people and to scripts. */
public interface Report {

  String text(Style style);

  /** One JSON document. */
  String json();

  /** The result in a format that not every report has. */
  default String in(Format format, Style style) {
    return switch (format) {
      case TEXT -> text(style);
      case JSON -> json();
      default -> throw new IllegalArgumentException("no " + format + " of this");
    };
  }
}
