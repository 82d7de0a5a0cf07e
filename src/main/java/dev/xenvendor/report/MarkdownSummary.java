package dev.xenvendor.report;

import dev.xenvendor.check.CheckReport;

final class MarkdownSummary {
  private MarkdownSummary() {}

  static String of(CheckReport report) {
    return "";
  }
}
