package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderFile;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The treatment by CVS of keywords such as {@code $Id$} in a file. */
public enum KeywordMode {
  /** The default: {@code $NetBSD$} inserted on trunk is expanded. */
  EXPAND("kv"),
  /** As written: for files that hold a keyword of upstream's own. */
  KEEP("o"),
  BINARY("b");

  /** Those that CVS knows, and those that the BSDs taught their servers. */
  private static final Pattern KEYWORD =
      Pattern.compile(
          "\\$(Author|CVSHeader|Date|Header|Id|Locker|Log|Mdocdate|Name|RCSfile|Revision|Source"
              + "|State|NetBSD|FreeBSD|OpenBSD|DragonFly)(:[^$\n]*)?\\$");

  private final String flag;

  KeywordMode(String flag) {
    this.flag = flag;
  }

  /** As {@code cvs import -k} takes it. */
  public String flag() {
    return flag;
  }

  /** Returns what leaves the bytes of a file as they are, and is no stricter than that needs. */
  public static KeywordMode of(HeaderFile file) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    if (text.indexOf('\0') >= 0) {
      return BINARY;
    }
    return KEYWORD.matcher(text).find() ? KEEP : EXPAND;
  }

  /** Returns whether a file that the repository has in some mode comes out as it went in. */
  public boolean isKeptBy(String modeInRepository) {
    return this == EXPAND || modeInRepository.equals("o") || modeInRepository.equals("b");
  }
}
