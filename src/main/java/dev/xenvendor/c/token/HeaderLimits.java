package dev.xenvendor.c.token;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.RecentlyRead;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks a header before the C parser or the compiler reads it. A header that could exhaust either
 * is replaced by an error that says so.
 */
public final class HeaderLimits {

  /** Of text; the headers of a release of Xen have half a megabyte, their tokens twice as much. */
  private static final int MOST_BYTES = 2 << 20;

  /** A merge reads the same header for each patch, each view and each header that includes it. */
  private static final RecentlyRead<GitId, CTokens> RECENT =
      new RecentlyRead<>(MOST_BYTES, CTokens::length);

  private final Limits limits;

  public HeaderLimits(Limits limits) {
    this.limits = limits;
  }

  /** Returns the text to read in place of a header: its own, or an {@code #error} that says why. */
  public byte[] text(HeaderFile file) {
    return refusal(file).map(HeaderLimits::error).orElseGet(file::bytes);
  }

  /** Returns the tokens of the text to read in place of a header. */
  public CTokens tokens(HeaderFile file) {
    return refusal(file).map(reason -> CTokens.of(error(reason))).orElseGet(() -> cut(file));
  }

  /** Says that a header has too many bytes. */
  public static String tooLong(long bytes, long most) {
    return "the header has " + bytes + " bytes, more than " + most;
  }

  /** Returns the placeholder text for a header that is not read. */
  public static byte[] error(String reason) {
    return ("#error " + reason + '\n').getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns why a header is not read as C; empty where it is. */
  public Optional<String> refusal(HeaderFile file) {
    int length = file.bytes().length;
    return length > limits.fileBytes()
        ? Optional.of(tooLong(length, limits.fileBytes()))
        : nesting(cut(file));
  }

  /**
   * Returns why headers are not read as C, by what each of them is alone and by what their macros
   * expand to together with those of the other headers.
   *
   * @param asked the headers that it is asked about
   */
  public SortedMap<HeaderPath, String> refusals(HeaderTree headers, Collection<HeaderPath> asked) {
    SortedMap<HeaderPath, String> refusals = new TreeMap<>();
    Map<HeaderPath, CTokens> texts = new HashMap<>();
    headers
        .files()
        .forEach(
            (path, file) ->
                refusal(file)
                    .ifPresentOrElse(
                        reason -> refusals.put(path, reason), () -> texts.put(path, cut(file))));
    MacroExpansion expansion = new MacroExpansion(texts.values());
    texts.keySet().retainAll(asked);
    texts.forEach(
        (path, text) -> expansion(expansion, text).ifPresent(reason -> refusals.put(path, reason)));
    refusals.keySet().retainAll(asked);
    return refusals;
  }

  private static CTokens cut(HeaderFile file) {
    return RECENT.find(file.id()).orElseGet(() -> RECENT.keep(file.id(), CTokens.of(file.bytes())));
  }

  public Optional<String> expansion(MacroExpansion expansion, CTokens text) {
    return expansion.most(text) > limits.expansion()
        ? Optional.of("a macro expands to more than " + limits.expansion() + " tokens")
        : Optional.empty();
  }

  private Optional<String> nesting(CTokens tokens) {
    int brackets = 0;
    for (int token = tokens.significant(0);
        token < tokens.size();
        token = tokens.significant(token + 1)) {
      brackets += tokens.nesting(token);
      if (brackets > limits.nesting()) {
        return tooDeep("brackets", tokens, token);
      }
    }
    int conditionals = 0;
    for (CDirective directive : tokens.directives()) {
      String word = directive.word();
      conditionals += word.startsWith("if") ? 1 : word.equals("endif") ? -1 : 0;
      if (conditionals > limits.nesting()) {
        return tooDeep("conditionals", tokens, tokens.at(directive.range().start()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> tooDeep(String what, CTokens tokens, int token) {
    return Optional.of(
        what
            + " are nested more than "
            + limits.nesting()
            + " deep at line "
            + tokens.line(tokens.start(token)));
  }
}
