package dev.xenvendor.yaml;

import dev.xenvendor.buildinfo.BuildInfo;

/** The comment by which editors find the schema of a file, and check it while it is edited. */
public final class SchemaComment {

  private static final String MARK = "# yaml-language-server: $schema=";

  private SchemaComment() {}

  /** Returns the comment line of a kind of file, such as {@code local-patch}. */
  public static String of(String kind) {
    return MARK + folder() + kind + ".schema.json\n";
  }

  /** Returns where the schemas are published; {@code xenvendor schema NAME} prints the same. */
  private static String folder() {
    // GitHub serves the files of a repository from a host of their own.
    return BuildInfo.url().replace("//github.com/", "//raw.githubusercontent.com/")
        + "/main/docs/schema/";
  }

  /** Returns the text of a file with the comment before it, unless it names a schema itself. */
  public static String before(String text, String kind) {
    return text.contains(MARK) ? text : of(kind) + text;
  }
}
