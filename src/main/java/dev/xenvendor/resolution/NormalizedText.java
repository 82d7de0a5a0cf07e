package dev.xenvendor.resolution;

import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalizes texts for comparison: removes carriage returns before line feeds and the expansion of
 * RCS keywords, which differ between branches and checkouts.
 */
final class NormalizedText {

  private static final Pattern KEYWORD = Pattern.compile("\\$([A-Z][A-Za-z]+)(?::[^$\n]*)?\\$");

  /** Local's expansions are what trunk shall keep. */
  private static final List<Side> FIRST_LOCAL = List.of(Side.LOCAL, Side.VENDOR, Side.BASE);

  private NormalizedText() {}

  static byte[] of(HeaderFile file) {
    byte[] bytes = file.bytes();
    return isText(file, bytes)
        ? bytes(KEYWORD.matcher(latin1(bytes).replace("\r\n", "\n")).replaceAll("\\$$1\\$"))
        : bytes;
  }

  /**
   * The result for sides that differ from those it was made for in nothing that counts.
   *
   * @param before the sides for which it was made
   * @param now the sides for which it is used
   */
  static HeaderFile carriedOver(
      HeaderFile result, Map<Side, HeaderFile> before, Map<Side, HeaderFile> now) {
    byte[] bytes = result.bytes();
    if (before.equals(now) || !isText(result, bytes)) {
      return result;
    }
    Map<String, String> spelled = new HashMap<>();
    for (Side side : FIRST_LOCAL) {
      if (before.containsKey(side) && now.containsKey(side)) {
        Matcher old = KEYWORD.matcher(latin1(before.get(side).bytes()));
        Matcher other = KEYWORD.matcher(latin1(now.get(side).bytes()));
        while (old.find() && other.find()) {
          spelled.putIfAbsent(old.group(), other.group());
        }
      }
    }
    String text =
        KEYWORD
            .matcher(latin1(bytes).replace("\r\n", "\n"))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(spelled.getOrDefault(found.group(), found.group())));
    return HeaderFile.of(result.mode(), bytes(isCrLf(now) ? text.replace("\n", "\r\n") : text));
  }

  private static boolean isCrLf(Map<Side, HeaderFile> sides) {
    return FIRST_LOCAL.stream()
        .flatMap(side -> Optional.ofNullable(sides.get(side)).stream())
        .map(HeaderFile::bytes)
        .filter(text -> text.length > 0)
        .findFirst()
        .filter(Lines::usesCrLf)
        .isPresent();
  }

  private static boolean isText(HeaderFile file, byte[] bytes) {
    return file.mode().isFile() && !Lines.isBinary(bytes);
  }

  /** One character for each byte, whatever the encoding. */
  private static String latin1(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
