package dev.xenvendor.patch.edit;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.WordSequence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Token sequences instead of others, whatever the white space between the tokens; never inside
 * strings.
 *
 * @param tokens what takes the place of what, as C code
 * @param inComments whether they are replaced in comments, too, where they are whole words on one
 *     line
 */
public record ReplaceTokens(FileSelection files, Map<String, String> tokens, boolean inComments)
    implements FileChange {

  private static final Key<Map<String, String>> TOKENS =
      new Key<>("tokens", KeyType.MAP, "What takes the place of what.");

  private static final Key<Boolean> IN_COMMENTS =
      new Key<>(
          "in-comments",
          KeyType.FLAG,
          """
          Whether they are replaced in comments, too, as whole words on one line; false if it is \
          left out.""");

  public static final ChangeKind<ReplaceTokens> KIND =
      new ChangeKind<>(
          "replace-tokens",
          ReplaceTokens.class,
          """
          replaces a token sequence, whatever the white space; never inside strings, and inside \
          comments only with `in-comments: true`: whole words on one line. White space before a \
          line continuation is ignored""",
          new MappingType.Builder<ReplaceTokens>()
              .with(FileSelection.KEYS, ReplaceTokens::files)
              .with(TOKENS, ReplaceTokens::tokens)
              .optional(IN_COMMENTS, change -> Optional.of(true).filter(yes -> change.inComments()))
              .madeBy(
                  in ->
                      new ReplaceTokens(
                          in.get(FileSelection.KEYS),
                          in.get(TOKENS),
                          in.find(IN_COMMENTS).orElse(false))));

  private static final int MOST_ROUNDS = 100;

  /** A stretch of the text, and what takes its place. */
  private record Replacement(ByteRange range, String with) {

    /** Of two that begin at one place the longer is meant. */
    static final Comparator<Replacement> IN_ORDER =
        Comparator.comparingInt((Replacement r) -> r.range.start())
            .thenComparingInt(r -> -r.range.length());
  }

  public ReplaceTokens {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("tokens must name at least one replacement");
    }
    for (String from : tokens.keySet()) {
      if (tokensOf(from).significant(0) == tokensOf(from).size()) {
        throw new IllegalArgumentException("tokens: '" + from + "' contains no token");
      }
      for (String with : tokens.values()) {
        if (!tokensOf(with).find(tokensOf(from)).isEmpty()) {
          // Applied again it would replace its own replacement.
          throw new IllegalArgumentException(
              "tokens: '" + from + "' also occurs in a replacement, '" + with + "'");
        }
      }
    }
  }

  private static CTokens tokensOf(String code) {
    return CTokens.of(code.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ChangeKind<ReplaceTokens> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    List<String> rules =
        tokens.entrySet().stream().map(e -> e.getKey() + " becomes " + e.getValue()).toList();
    return String.join(", ", rules) + (inComments ? ", in comments too" : "");
  }

  @Override
  public String shortName() {
    return "tokens";
  }

  @Override
  public boolean isOfEveryLine() {
    return true;
  }

  @Override
  public FileEdit edit(FileInTree file) {
    byte[] text = file.text();
    byte[] replaced = replaced(text);
    // Where a replacement and what follows it fit again, that is replaced as well.
    for (int round = 1; round < MOST_ROUNDS && !Arrays.equals(text, replaced); round++) {
      text = replaced;
      replaced = replaced(text);
    }
    if (!Arrays.equals(file.text(), replaced) || holds(replaced)) {
      return FileEdit.of(file.text(), replaced);
    }
    return new FileEdit.NotConcerned("it has neither " + String.join(" nor ", tokens.keySet()));
  }

  private byte[] replaced(byte[] text) {
    CTokens code = CTokens.of(text);
    List<Replacement> found = new ArrayList<>();
    tokens.forEach(
        (from, with) ->
            placesOf(from, code).forEach(range -> found.add(new Replacement(range, with))));
    found.sort(Replacement.IN_ORDER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int copied = 0;
    for (Replacement replacement : found) {
      if (replacement.range().start() >= copied) {
        out.write(text, copied, replacement.range().start() - copied);
        out.writeBytes(replacement.with().getBytes(StandardCharsets.UTF_8));
        copied = replacement.range().end();
      }
    }
    out.write(text, copied, text.length - copied);
    return out.toByteArray();
  }

  /**
   * Returns whether a replacement is there; one by nothing is there wherever nothing is left to
   * replace.
   */
  private boolean holds(byte[] text) {
    CTokens code = CTokens.of(text);
    return tokens.values().stream()
        .anyMatch(with -> with.isBlank() || !placesOf(with, code).isEmpty());
  }

  private List<ByteRange> placesOf(String sought, CTokens text) {
    CTokens tokens = tokensOf(sought);
    List<ByteRange> places = new ArrayList<>();
    text.find(tokens).forEach(match -> places.add(match.range()));
    return inComments ? withComments(places, tokens, text) : places;
  }

  private static List<ByteRange> withComments(
      List<ByteRange> places, CTokens tokens, CTokens text) {
    List<ByteRange> all = new ArrayList<>(places);
    WordSequence words = new WordSequence(tokens);
    for (int token = 0; token < text.size(); token++) {
      if (text.kind(token).isComment()) {
        all.addAll(words.in(text.text(token), text.start(token)));
      }
    }
    return all;
  }

  public static boolean isInCode(String code, byte[] text) {
    return !CTokens.of(text).find(tokensOf(code)).isEmpty();
  }

  public static boolean isInComments(String code, byte[] text) {
    return !withComments(List.of(), tokensOf(code), CTokens.of(text)).isEmpty();
  }
}
