package dev.xenvendor.adopt;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keyword of the ident lines that an operating system puts at the top of its files. */
final class IdentKeyword {

  /** RCS's own keywords say nothing about whose tree it is. */
  private static final Pattern IDENT =
      Pattern.compile(
          "\\$(?!(?:Id|Header|Log|Revision|Date|Author)\\b)([A-Z][A-Za-z]+)(?::[^$\n]*)?\\$");

  private static final int FIRST_BYTES = 400;

  private IdentKeyword() {}

  static Optional<String> mostCommon(HeaderTree headers) {
    Map<String, Long> counts =
        headers.files().values().stream()
            .map(IdentKeyword::in)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(keyword -> keyword, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> 2 * most.getValue() >= headers.size())
        .map(Map.Entry::getKey);
  }

  /** Returns whether any of the headers has an ident line of the keyword. */
  static boolean isIn(HeaderTree headers, String keyword) {
    return headers.files().values().stream()
        .anyMatch(file -> in(file).filter(keyword::equals).isPresent());
  }

  private static Optional<String> in(HeaderFile file) {
    byte[] bytes = file.bytes();
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, FIRST_BYTES));
    Matcher matcher = IDENT.matcher(new String(start, StandardCharsets.ISO_8859_1));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
