package dev.xenvendor.c.compiler;

/** There is no C compiler, or it does not work, so a question about headers stays unanswered. */
public final class NoCompiler extends Exception {

  private static final long serialVersionUID = 1;

  NoCompiler(String reason) {
    super(reason, null, false, false);
  }

  /** Returns why, as a part of a sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
