package dev.xenvendor.conflict;

import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;

/** Line endings of files that git's attributes give other endings in the work tree. */
public final class WorkTreeLineEnds {

  private WorkTreeLineEnds() {}

  public static byte[] toLf(byte[] text) {
    return Lines.usesCrLf(text) ? bytes(latin1(text).replace("\r\n", "\n")) : text;
  }

  /** The text with the endings that the model has. */
  static byte[] like(byte[] model, byte[] lfText) {
    return Lines.usesCrLf(model) ? bytes(latin1(lfText).replace("\n", "\r\n")) : lfText;
  }

  /** One character for each byte, whatever the encoding. */
  private static String latin1(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
