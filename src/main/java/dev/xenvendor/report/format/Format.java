package dev.xenvendor.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The output formats. */
public enum Format {
  /** For people. */
  TEXT,
  /** One document, as docs/schema describes it. */
  JSON,
  /** SARIF 2.1.0, which code scanning services read. */
  SARIF,
  /** JUnit's XML, which CI servers read. */
  JUNIT,
  /** GitHub's workflow commands, which it shows beside the lines. */
  GITHUB,
  /** GitLab's code quality report, which it shows in a merge request. */
  GITLAB,
  /** A summary for a web page. */
  MARKDOWN,
  /** A page of its own. */
  HTML;

  /** Returns those that go to standard output; a page goes to a file. */
  public static List<Format> onOutput() {
    return Arrays.stream(values()).filter(format -> format != HTML).toList();
  }

  /** Returns whether every command has it. */
  public boolean isForAll() {
    return this == TEXT || this == JSON;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
