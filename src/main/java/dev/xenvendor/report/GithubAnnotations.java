package dev.xenvendor.report;

import dev.xenvendor.check.CheckReport;

final class GithubAnnotations {
  private GithubAnnotations() {}

  static String of(CheckReport report) {
    return "";
  }
}
