package dev.xenvendor.patch.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditional directives of a header: where its include guard is, and which {@code #if} a line
 * is in.
 */
public final class Directives {

  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*#\\s*(if|ifdef|ifndef|endif|define)\\b(.*)$");

  private static final Pattern ELSE = Pattern.compile("^\\s*#\\s*(else|elif)\\b");

  private static final Pattern PACK_PUSH =
      Pattern.compile("^\\s*#\\s*pragma\\s+pack\\s*\\(\\s*push\\b");

  private static final Pattern PACK_POP =
      Pattern.compile(
          "^\\s*#\\s*pragma\\s+pack\\s*\\(\\s*pop\\b|^\\s*#\\s*pragma\\s+pack\\s*\\(\\s*\\)");

  /** An include guard: the line after its {@code #define}, and the line of its {@code #endif}. */
  public record Guard(int inside, int end) {}

  private final TextLines lines;

  public Directives(TextLines lines) {
    this.lines = lines;
  }

  /** Returns whether a line begins another branch of a conditional. */
  public static boolean isElse(String line) {
    return ELSE.matcher(line).find();
  }

  /** Returns whether every conditional that these lines begin they also end, and no other. */
  public static boolean areBalanced(List<String> lines) {
    int depth = 0;
    for (String line : lines) {
      Matcher matcher = DIRECTIVE.matcher(line);
      if (matcher.matches() && matcher.group(1).startsWith("if")) {
        depth++;
      } else if (matcher.matches() && matcher.group(1).equals("endif")) {
        depth--;
      }
      if (depth < 0 || (depth == 0 && isElse(line))) {
        return false;
      }
    }
    return depth == 0;
  }

  /** Two directives that belong together, by their lines. */
  public record Pair(int begin, int end, boolean isGuard) {}

  /** The conditionals, and the packing that is pushed and popped, innermost first. */
  public List<Pair> pairs() {
    int guard = guard().map(g -> g.inside() - 2).orElse(-1);
    List<Pair> pairs = new ArrayList<>();
    Deque<Integer> conditionals = new ArrayDeque<>();
    Deque<Integer> packings = new ArrayDeque<>();
    for (int line = 0; line < lines.size(); line++) {
      String text = lines.get(line);
      Matcher matcher = DIRECTIVE.matcher(text);
      if (matcher.matches() && matcher.group(1).startsWith("if")) {
        conditionals.addLast(line);
      } else if (matcher.matches() && matcher.group(1).equals("endif") && !conditionals.isEmpty()) {
        int begin = conditionals.removeLast();
        pairs.add(new Pair(begin, line, begin == guard));
      } else if (PACK_PUSH.matcher(text).find()) {
        packings.addLast(line);
      } else if (PACK_POP.matcher(text).find() && !packings.isEmpty()) {
        pairs.add(new Pair(packings.removeLast(), line, false));
      }
    }
    return pairs;
  }

  /** The first {@code #ifndef X} that a {@code #define X} directly follows. */
  public Optional<Guard> guard() {
    for (int line = 0; line + 1 < lines.size(); line++) {
      Matcher first = DIRECTIVE.matcher(lines.get(line));
      Matcher second = DIRECTIVE.matcher(lines.get(line + 1));
      if (first.matches()
          && second.matches()
          && first.group(1).equals("ifndef")
          && second.group(1).equals("define")
          && firstWord(first.group(2)).equals(firstWord(second.group(2)))) {
        int inside = line + 2;
        return endOf(line).map(end -> new Guard(inside, end));
      }
    }
    return Optional.empty();
  }

  private static String firstWord(String text) {
    return text.strip().split("[\\s(/]", 2)[0];
  }

  /** The line of the {@code #endif} that ends the conditional beginning at a line. */
  private Optional<Integer> endOf(int begin) {
    int depth = 0;
    for (int line = begin; line < lines.size(); line++) {
      Matcher matcher = DIRECTIVE.matcher(lines.get(line));
      if (!matcher.matches() || matcher.group(1).equals("define")) {
        continue;
      }
      depth += matcher.group(1).equals("endif") ? -1 : 1;
      if (depth == 0) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** Returns the line after the outermost conditional around a line, the include guard apart. */
  public int behindConditional(int line) {
    int guardStart = guard().map(guard -> guard.inside() - 2).orElse(-1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i <= line; i++) {
      Matcher matcher = DIRECTIVE.matcher(lines.get(i));
      if (!matcher.matches() || matcher.group(1).equals("define")) {
        continue;
      }
      if (!matcher.group(1).equals("endif")) {
        open.addLast(i);
      } else if (!open.isEmpty()) {
        open.removeLast();
      }
    }
    if (!open.isEmpty() && open.peekFirst() == guardStart) {
      open.removeFirst();
    }
    return open.isEmpty() ? line + 1 : endOf(open.peekFirst()).map(end -> end + 1).orElse(line + 1);
  }
}
