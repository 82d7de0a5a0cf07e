package dev.xenvendor.downstream;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The commands in hints, for the tree's version control. Callers pass paths relative to the root of
 * the tree; the commands have them relative to the top of the work tree.
 */
public interface HintCommands {

  /** Those of a git repository. */
  HintCommands GIT = new GitCommands();

  /** Returns what the vendor branch is called. */
  String branch(Vendor vendor);

  /** Shows the history of a file. */
  String history(HeaderPath path);

  /** Removes files. */
  String remove(List<HeaderPath> paths);

  /** Shows which change of a file on the vendor branch took a name away; or the file itself. */
  String whatTook(Optional<String> name, Vendor vendor, HeaderPath path);

  /** Puts a file of a release into the work tree. */
  String restore(String revision, HeaderPath there, HeaderPath here);

  /** Compares files of the work tree with a release. */
  String compare(String revision, HeaderPath there, HeaderPath here);

  /** Declares the undeclared edits of a header. */
  String declare(Vendor vendor, HeaderPath path);

  /** Declares all undeclared edits, where a command does so. */
  Optional<String> declareAll();

  /** Shows what each commit of the vendor branch changed. */
  String branchHistory(Vendor vendor);

  /** Imports a release that was skipped. */
  String importSkipped(Version version);

  /**
   * Imports and merges a release.
   *
   * @param from the option that names the source, after a space, or nothing
   */
  String update(Version version, String from);

  /** Merges the newest imported release. */
  String merge();

  /** Says what that would do. */
  String mergeDryRun();

  /** Adds a new file to what is committed next. */
  String add(String path);

  /** Gets releases of the vendor branch that are not here. */
  String fetch(Vendor vendor);

  /** The command that compares the vendor branch with the manifests, and how to fix differences. */
  String repairBranch();

  /** Shows what a conflict marker is left of. */
  String conflicts(HeaderPath path);

  /** The commands of git. */
  final class GitCommands implements HintCommands {

    private GitCommands() {}

    @Override
    public String branch(Vendor vendor) {
      return vendor.branch();
    }

    @Override
    public String history(HeaderPath path) {
      return "git log -p -- " + path;
    }

    @Override
    public String remove(List<HeaderPath> paths) {
      return "git rm " + paths.stream().map(HeaderPath::value).collect(Collectors.joining(" "));
    }

    @Override
    public String whatTook(Optional<String> name, Vendor vendor, HeaderPath path) {
      String search = name.map(n -> "-S" + n + ' ').orElse("");
      return "git log --oneline " + search + vendor.branch() + " -- " + path;
    }

    @Override
    public String restore(String revision, HeaderPath there, HeaderPath here) {
      return there.equals(here)
          ? "git checkout " + revision + " -- " + here
          : "git show " + revision + ":" + there + " > " + here;
    }

    @Override
    public String compare(String revision, HeaderPath there, HeaderPath here) {
      return there.equals(here)
          ? "git diff " + revision + " -- " + here
          : "git diff " + revision + ":" + there + " HEAD:" + here;
    }

    @Override
    public String declare(Vendor vendor, HeaderPath path) {
      return "xenvendor patches new " + path;
    }

    @Override
    public Optional<String> declareAll() {
      return Optional.of("xenvendor patches new");
    }

    @Override
    public String branchHistory(Vendor vendor) {
      return "git log --stat " + vendor.branch();
    }

    @Override
    public String importSkipped(Version version) {
      return "xenvendor import " + version + " --backfill";
    }

    @Override
    public String update(Version version, String from) {
      return "xenvendor update " + version + from;
    }

    @Override
    public String merge() {
      return "xenvendor merge";
    }

    @Override
    public String mergeDryRun() {
      return "xenvendor merge --dry-run";
    }

    @Override
    public String add(String path) {
      return "git add " + path;
    }

    @Override
    public String fetch(Vendor vendor) {
      return vendor.fetchCommand();
    }

    @Override
    public String repairBranch() {
      return "compare all of them: xenvendor releases verify; then fetch the branch as it was"
          + " pushed, or import the release again";
    }

    @Override
    public String conflicts(HeaderPath path) {
      return "xenvendor conflicts shows it, " + history(path) + " its origin";
    }
  }
}
