package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The blob ids by which manifests know a file that a tree holds with its own habits. */
public final class BlobIds {

  private static final Pattern IDENT_LINE =
      Pattern.compile("\\A[^\n]*\\$[A-Za-z]+(?::[^$\n]*)?\\$[^\n]*\n");

  private BlobIds() {}

  /** Returns the ids of the file as it is, and without an ident line and CRLF line ends. */
  public static Set<GitId> withoutHabits(HeaderFile file) {
    byte[] text = LineEnd.LF.in(file.bytes());
    String withoutIdent =
        IDENT_LINE.matcher(new String(text, StandardCharsets.ISO_8859_1)).replaceFirst("");
    Set<GitId> ids = new HashSet<>();
    ids.add(file.id());
    ids.add(GitId.ofBlob(text));
    ids.add(GitId.ofBlob(withoutIdent.getBytes(StandardCharsets.ISO_8859_1)));
    return ids;
  }
}
