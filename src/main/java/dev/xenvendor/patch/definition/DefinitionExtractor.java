package dev.xenvendor.patch.definition;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.text.Directives;
import dev.xenvendor.patch.text.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts definitions out of a header by whole lines. A conditional or a {@code #pragma pack} that
 * would be left empty is cut out, too, since without it the definitions mean something else.
 */
public final class DefinitionExtractor {

  /** Thrown with the reason why definitions cannot be cut out. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean unreadable;

    public Refused(String why) {
      this(why, false);
    }

    private Refused(String why, boolean unreadable) {
      super(why);
      this.unreadable = unreadable;
    }

    /** It is the header that is wrong. */
    static Refused unreadable(String why) {
      return new Refused(why, true);
    }

    /** Returns whether the header is wrong, and not what was asked of it. */
    public boolean isUnreadable() {
      return unreadable;
    }

    public String why() {
      return String.valueOf(getMessage());
    }
  }

  private final byte[] text;
  private final byte[] published;
  private final TextLines lines;
  private final CTokens tokens;
  private final List<CDefinition> definitions;

  /** The lines that go, counted from 0. */
  private final BitSet cut = new BitSet();

  /**
   * Cuts definitions out of a header.
   *
   * @param published the header as upstream has it
   */
  public DefinitionExtractor(byte[] text, List<CDefinition> definitions, byte[] published)
      throws Refused {
    this.text = text;
    this.published = published;
    this.lines = new TextLines(text);
    this.tokens = CTokens.of(text);
    this.definitions = definitions;
    for (CDefinition definition : definitions) {
      cut(definition);
    }
    cutHeadings();
    for (Directives.Pair pair : new Directives(lines).pairs()) {
      cutEmptied(pair);
    }
  }

  private void cut(CDefinition definition) throws Refused {
    ByteRange range = definition.place().withComments();
    int first = tokens.line(range.start()) - 1;
    int last = tokens.line(range.end() - 1) - 1;
    if (!isBlank(lineStart(first), range.start()) || !isBlank(range.end(), lineEnd(last))) {
      throw new Refused(definition.spelling() + " shares a line with other code");
    }
    cut.set(first, last + 1);
  }

  /**
   * Takes the comments above the definitions along, with the blank lines below them. They are about
   * what follows, unless the published header has them.
   */
  private void cutHeadings() {
    for (int begin = cut.nextSetBit(0);
        begin >= 0;
        begin = cut.nextSetBit(cut.nextClearBit(begin))) {
      int comment = headingAbove(begin);
      while (comment >= 0) {
        cut.set(comment, begin);
        comment = headingAbove(comment);
      }
    }
  }

  /** The line of the heading above a line, or -1. */
  private int headingAbove(int line) {
    int last = line - 1;
    while (lines.isBlank(last)) {
      last--;
    }
    if (last < 0 || last == line - 1 || cut.get(last) || !isOnlyComments(last, last + 1)) {
      return -1;
    }
    int first = last;
    while (first > 0
        && !cut.get(first - 1)
        && !lines.isBlank(first - 1)
        && isOnlyComments(first - 1, first)) {
      first--;
    }
    return isPublished(first, last + 1) ? -1 : first;
  }

  private boolean isPublished(int begin, int end) {
    String comment = tokens.text(new ByteRange(lineStart(begin), lineStart(end))).strip();
    return new String(published, StandardCharsets.ISO_8859_1).contains(comment);
  }

  /** Returns whether the lines from {@code begin} to before {@code end} hold no code. */
  private boolean isOnlyComments(int begin, int end) {
    int from = lineStart(begin);
    int to = lineStart(end);
    for (int token = tokens.at(from); token < tokens.size() && tokens.start(token) < to; token++) {
      if (tokens.kind(token).isSignificant()) {
        return false;
      }
    }
    return true;
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      start += lines.length(i);
    }
    return start;
  }

  private int lineEnd(int line) {
    return lineStart(line + 1);
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** Takes a pair of directives along if everything between them goes. */
  private void cutEmptied(Directives.Pair pair) throws Refused {
    boolean any = false;
    boolean all = true;
    for (int line = pair.begin() + 1; line < pair.end(); line++) {
      any |= cut.get(line);
      all &= cut.get(line) || isOnlyComments(line, line + 1) || Directives.isElse(lines.get(line));
    }
    if (any && all) {
      cut.set(pair.begin(), pair.end() + 1);
      cutCommentAbove(pair.begin());
    } else if (any && !pair.isGuard()) {
      throw new Refused(
          "the definition to move comes after '"
              + lines.get(pair.begin()).strip()
              + "' together with other code");
    }
  }

  private void cutCommentAbove(int line) {
    int above = line - 1;
    if (above < 0 || lines.isBlank(above)) {
      return;
    }
    int comment = tokens.at(lineStart(above) + lines.get(above).stripTrailing().length() - 1);
    int first = tokens.line(tokens.start(comment)) - 1;
    if (tokens.kind(comment).isComment() && isBlank(lineStart(first), tokens.start(comment))) {
      cut.set(first, line);
    }
  }

  /**
   * Returns what was cut out, in the order in which it stood: runs of lines that touch each other.
   */
  public List<MovedDefinitions> taken() {
    List<MovedDefinitions> taken = new ArrayList<>();
    for (int begin = cut.nextSetBit(0);
        begin >= 0;
        begin = cut.nextSetBit(cut.nextClearBit(begin))) {
      int end = cut.nextClearBit(begin);
      ByteRange range = new ByteRange(lineStart(begin), Math.min(text.length, lineStart(end)));
      List<CDefinition> inside =
          definitions.stream().filter(d -> range.contains(d.place().range())).toList();
      taken.add(new MovedDefinitions(inside, range.of(text)));
    }
    return taken;
  }

  /**
   * Returns what is left. Of the blank lines that come to touch each other one stays, or as many as
   * the published header has there.
   */
  public byte[] rest() {
    TextLines rest = new TextLines(text);
    TextLines model = new TextLines(published);
    int end = cut.length();
    while (end > 0) {
      int begin = cut.previousClearBit(end - 1) + 1;
      rest.remove(begin, end);
      joinBlanks(rest, begin, model);
      end = cut.get(0, begin).length();
    }
    return rest.bytes();
  }

  private static void joinBlanks(TextLines rest, int at, TextLines model) {
    int begin = at;
    while (rest.isBlank(begin - 1)) {
      begin--;
    }
    int end = at;
    while (rest.isBlank(end)) {
      end++;
    }
    int blanks = Math.min(end - begin, blanksBetween(rest, begin - 1, end, model));
    rest.remove(begin + blanks, end);
  }

  /** Returns how many blank lines the model has between the same two lines. */
  private static int blanksBetween(TextLines rest, int above, int below, TextLines model) {
    if (above < 0 || below >= rest.size()) {
      return 1;
    }
    for (int line = 0; line < model.size(); line++) {
      if (model.get(line).equals(rest.get(above))) {
        int next = line + 1;
        while (model.isBlank(next)) {
          next++;
        }
        if (next < model.size() && model.get(next).equals(rest.get(below))) {
          return next - line - 1;
        }
      }
    }
    return 1;
  }
}
