package dev.xenvendor.c.parse;

/** The code that includes the headers. */
public enum Audience {
  /** Operating systems, at an interface version of their own. */
  GUESTS("guests"),
  /** The hypervisor's own tools, which get more and always the newest. */
  TOOLS("tools");

  private final String word;

  Audience(String word) {
    this.word = word;
  }

  /** Its name in reports. */
  public String word() {
    return word;
  }
}
