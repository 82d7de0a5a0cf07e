package dev.xenvendor.tree;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within one part, {@code **} crosses parts, and
 * a leading or inner {@code **}{@code /} also matches no folder, so that {@code **}{@code /*.h}
 * holds {@code xen.h}.
 */
public final class PathGlob {

  private final String glob;
  private final Pattern pattern;

  public PathGlob(String glob) {
    if (glob.isEmpty() || glob.startsWith("/") || glob.endsWith("/")) {
      throw new IllegalArgumentException(
          "not a pattern for paths: '" + glob + "' (relative, e.g. io/*.h or foreign/**)");
    }
    this.glob = glob;
    this.pattern = Pattern.compile(regex(glob), Pattern.DOTALL);
  }

  public boolean matches(HeaderPath path) {
    return pattern.matcher(path.value()).matches();
  }

  /** The folder that holds whatever matches, as far as it is named; empty for any. */
  public Optional<HeaderPath> folder() {
    int wildcard = 0;
    while (wildcard < glob.length() && "*?[".indexOf(glob.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int end = glob.lastIndexOf('/', wildcard);
    return end < 0 ? Optional.empty() : Optional.of(HeaderPath.of(glob.substring(0, end)));
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PathGlob other && glob.equals(other.glob);
  }

  @Override
  public int hashCode() {
    return glob.hashCode();
  }

  @Override
  public String toString() {
    return glob;
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 3;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i += 2;
      } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
        int end = glob.indexOf(']', i + 2);
        regex.append(characterClass(glob.substring(i + 1, end)));
        i = end + 1;
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        i++;
      }
    }
    return regex.toString();
  }

  private static String characterClass(String inside) {
    boolean negated = inside.startsWith("!") || inside.startsWith("^");
    String members =
        (negated ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
    return (negated ? "[^/" : "[") + members + ']';
  }
}
