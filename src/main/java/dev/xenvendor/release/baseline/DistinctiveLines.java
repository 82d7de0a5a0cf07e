package dev.xenvendor.release.baseline;

import java.util.Arrays;

/**
 * The lines that distinguish headers from one another: white space is taken out of them, and those
 * without a letter or a digit, such as braces and empty lines, are left out.
 */
public final class DistinctiveLines {

  private DistinctiveLines() {}

  static byte[] of(byte[] text) {
    byte[] out = new byte[text.length + 1];
    int length = 0;
    int lineStart = 0;
    boolean tells = false;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        if (tells) {
          out[length++] = '\n';
        } else {
          length = lineStart;
        }
        lineStart = length;
        tells = false;
      } else if (!isBlank(text[i])) {
        out[length++] = text[i];
        tells |= isWord(text[i]);
      }
    }
    return Arrays.copyOf(out, length);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isWord(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b < 0;
  }
}
