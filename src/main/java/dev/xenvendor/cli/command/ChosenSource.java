package dev.xenvendor.cli.command;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.Problem.Kind;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The source from which a command takes releases: the one on the command line, else the one of
 * git's configuration, else the profile's.
 *
 * @param name the name that the user gave it
 * @param origin the setting that names it
 * @param path its path on this machine; for a URL, the URL
 */
public record ChosenSource(
    Vendor vendor, String name, Origin origin, String path, Supplier<Source> opener)
    implements Supplier<Source> {

  /** The places that may name a source. */
  enum Origin {
    COMMAND_LINE,
    GIT_CONFIG,
    PROFILE
  }

  /** The key of git's configuration that remembers a vendor's source. */
  static String key(Vendor vendor) {
    return "xenvendor." + vendor.name() + ".source";
  }

  @Override
  public Source get() {
    try {
      return opener.get();
    } catch (Problem problem) {
      boolean isAbsent = origin != Origin.COMMAND_LINE && problem.kind() == Kind.UNAVAILABLE;
      throw isAbsent ? absent(problem) : problem;
    }
  }

  /** A source that the user did not name this time is not where it is said to be. */
  private Problem absent(Problem problem) {
    return Problem.unavailable("there is no source " + words())
        .hint("name it: --from SOURCE; to remember it: git config " + key(vendor) + " SOURCE")
        .because(problem);
  }

  /** Returns the source's name, and in parentheses what else than the command line names it. */
  public String words() {
    return switch (origin) {
      case COMMAND_LINE -> name;
      case GIT_CONFIG -> name + " (git config " + key(vendor) + ")";
      case PROFILE -> name + " (upstream.url of the profile)";
    };
  }

  /**
   * Returns the command that remembers the source: of a repository that the command line names
   * where nothing is remembered. An archive or a directory holds one release only.
   *
   * @param remembered what git's configuration names
   */
  public Optional<String> toRemember(OpenedSource opened, Optional<String> remembered) {
    boolean offered =
        origin == Origin.COMMAND_LINE
            && remembered.isEmpty()
            && !name.equals(vendor.upstream().url())
            && opened.opened().filter(Source::hasHistory).isPresent();
    return offered
        ? Optional.of("git config " + key(vendor) + " " + Shell.quoted(path))
        : Optional.empty();
  }

  /** Returns the command for the next release, in what may be remembered or not. */
  public String update(OpenedSource opened) {
    boolean isHistory = opened.opened().filter(source -> !source.hasHistory()).isEmpty();
    return isHistory ? "xenvendor update --dry-run" : "xenvendor update VERSION --from SOURCE";
  }

  /** Returns where a name of a source leads: an existing path, absolute; else the name itself. */
  public static String located(String name, Path folder) {
    Path path = folder.resolve(name).normalize();
    return Files.exists(path) ? path.toString() : name;
  }
}
