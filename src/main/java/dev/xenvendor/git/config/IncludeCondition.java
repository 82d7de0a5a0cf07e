package dev.xenvendor.git.config;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides the conditions of {@code includeIf} for one repository.
 *
 * @param gitFolder git's own folder of the repository
 * @param branch the branch that is checked out; empty where none is
 * @param home the user's home folder, for {@code ~/}
 * @param folder the folder of the configuration file, for {@code ./}
 * @param urls the addresses of the repository's remotes
 * @see <a href="https://git-scm.com/docs/git-config#_conditional_includes">git-config</a>
 */
public record IncludeCondition(
    File gitFolder, String branch, File home, File folder, List<String> urls)
    implements Predicate<String> {

  /** The same for a file in another folder. */
  IncludeCondition in(File other) {
    return new IncludeCondition(gitFolder, branch, home, other, urls);
  }

  @Override
  public boolean test(String condition) {
    int colon = condition.indexOf(':');
    String wanted = condition.substring(colon + 1);
    return switch (colon < 0 ? "" : condition.substring(0, colon)) {
      case "gitdir" -> isGitFolder(wanted, 0);
      case "gitdir/i" -> isGitFolder(wanted, Pattern.CASE_INSENSITIVE);
      case "onbranch" -> !branch.isEmpty() && matcher(wanted, 0).test(branch);
      case "hasconfig" -> hasRemote(wanted);
      default -> false; // as in git, a condition that is not known does not hold
    };
  }

  private boolean hasRemote(String wanted) {
    String key = "remote.*.url:";
    return wanted.startsWith(key)
        && urls.stream().anyMatch(matcher(wanted.substring(key.length()), 0));
  }

  private boolean isGitFolder(String pattern, int flags) {
    Predicate<String> matches = matcher(absolute(pattern), flags);
    return Stream.of(gitFolder.getAbsolutePath(), real(gitFolder)).anyMatch(matches);
  }

  private String absolute(String pattern) {
    if (pattern.startsWith("~/")) {
      return real(home) + pattern.substring(1);
    }
    if (pattern.startsWith("./")) {
      return real(folder) + pattern.substring(1);
    }
    return pattern.startsWith("/") ? pattern : "**/" + pattern;
  }

  private static String real(File file) {
    try {
      return file.getCanonicalPath();
    } catch (IOException e) {
      return file.getAbsolutePath();
    }
  }

  /** Git's wildcards, in which only two asterisks match a slash. */
  private static Predicate<String> matcher(String pattern, int flags) {
    String wanted = pattern.endsWith("/") ? pattern + "**" : pattern;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      if (wanted.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (wanted.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return Pattern.compile(regex.toString(), flags).asMatchPredicate();
  }
}
