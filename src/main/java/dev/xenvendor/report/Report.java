package dev.xenvendor.report;

/** A result that can be shown to people and to scripts. */
public interface Report {

  String text(Style style);

  /** One JSON document. */
  String json();
}
