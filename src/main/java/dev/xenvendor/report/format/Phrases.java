package dev.xenvendor.report.format;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.OrphanedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Phrases and formats that all reports share. */
public final class Phrases {

  private Phrases() {}

  /** {@code 1 file}, {@code 2 files}. */
  public static String count(long number, String one) {
    return count(number, one, plural(one));
  }

  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String plural(String one) {
    return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }

  /** {@code a, b and c}. */
  public static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** {@code left behind: Xen 3.2.0's, deleted in 3.3.0}. */
  public static String leftBehind(Vendor vendor, OrphanedFile file) {
    return "left behind: " + vendor.title(file.last()) + "'s, deleted in " + file.dropped();
  }

  /** Bytes of a header as text: UTF-8 where they are, else Latin-1, which every byte is. */
  public static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** A text of at most so many characters, with a sign where it is cut. */
  public static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, Math.max(0, longest - 1)) + "…";
  }

  /** Returns a text's words in lines of at most so many characters; a longer word has its own. */
  public static List<String> wrapped(String text, int longest) {
    return wrapped(List.of(text.split(" ")), " ", longest);
  }

  /** Returns parts in lines of at most so many characters; a longer part has its own. */
  public static List<String> wrapped(List<String> parts, String between, int longest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (line.length() > 0 && line.length() + between.length() + part.length() > longest) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : between).append(part);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A line of a header for a terminal, which must not take it for commands. */
  public static String printable(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                safe.append("    ");
              } else {
                safe.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
              }
            });
    return safe.toString();
  }
}
