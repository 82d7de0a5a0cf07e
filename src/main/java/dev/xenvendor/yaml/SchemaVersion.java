package dev.xenvendor.yaml;

/** The format version that a file states. A file of a newer version is refused, not misread. */
public final class SchemaVersion {

  /** The one version that there is of every format. */
  public static final String CURRENT = "1";

  private SchemaVersion() {}

  /** Refuses a file in another version; to be asked before anything else of the file is read. */
  public static void require(YamlMapping top) {
    YamlNode schema = top.get("schema");
    String text = schema.text();
    if (text.equals(CURRENT)) {
      return;
    }
    if (text.matches("[1-9][0-9]*")) {
      throw schema
          .problem(
              "schema " + text + " was made by a newer xenvendor; this one reads schema " + CURRENT)
          .hint("update xenvendor");
    }
    throw schema.problem("schema '" + text + "' is not supported (this program reads schema 1)");
  }
}
