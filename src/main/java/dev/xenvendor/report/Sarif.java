package dev.xenvendor.report;

import dev.xenvendor.check.CheckReport;

final class Sarif {
  private Sarif() {}

  static String of(CheckReport report) {
    return "";
  }
}
