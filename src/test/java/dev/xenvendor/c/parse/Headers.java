package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small header trees for tests. */
public final class Headers {

  public static final HeaderPath PAGE = HeaderPath.of("page.h");

  private Headers() {}

  /**
   * Makes a tree.
   *
   * @param pathsAndTexts a path, its text, a path, its text, …
   */
  public static HeaderTree tree(String... pathsAndTexts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1);
      files.put(HeaderPath.of(pathsAndTexts[i]), HeaderFile.regular(bytes));
    }
    return HeaderTree.of(files);
  }

  public static CHeader read(String text) {
    return read(tree(PAGE.value(), text), CEnvironment.plain());
  }

  public static CHeader read(HeaderTree tree, CEnvironment environment) {
    return new CHeaderReader(tree, environment, Target.X86_64).read(PAGE);
  }

  public static CDefinition definition(CHeader header, String spelling) {
    return header.find(spelling).orElseThrow(() -> new AssertionError("no " + spelling));
  }

  public static CField field(CHeader header, String spelling, String name) {
    return definition(header, spelling).fields().stream()
        .filter(field -> field.name().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** A range as it stands in a text. */
  public static String cut(String text, ByteRange range) {
    return text.substring(range.start(), range.end());
  }
}
