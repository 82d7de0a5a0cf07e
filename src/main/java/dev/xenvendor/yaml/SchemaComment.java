package dev.xenvendor.yaml;

/** The comment by which editors find the schema of a file, and check it while it is edited. */
public final class SchemaComment {

  /** Where the schemas are published; {@code xenvendor schema NAME} prints the same. */
  private static final String URL =
      "https://raw.githubusercontent.com/xenvendor/xenvendor/main/docs/schema/";

  private static final String MARK = "# yaml-language-server: $schema=";

  private SchemaComment() {}

  /** Returns the comment line of a kind of file, such as {@code local-patch}. */
  public static String of(String kind) {
    return MARK + URL + kind + ".schema.json\n";
  }

  /** Returns the text of a file with the comment before it, unless it names a schema itself. */
  public static String before(String text, String kind) {
    return text.contains(MARK) ? text : of(kind) + text;
  }
}
