package dev.xenvendor.cli.manual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The notes in the help and the manual page of a command, beyond its options.
 *
 * @param finding what exit status 1 means, for a command that can end with it
 */
record CommandNotes(Optional<String> finding, List<Example> examples) {

  /** A command line, and what it is for. */
  record Example(String command, String purpose) {}

  private static final CommandNotes NONE = new CommandNotes(Optional.empty(), List.of());

  private static final Map<String, CommandNotes> ALL =
      Map.ofEntries(
          of(
              "demo",
              "xenvendor demo play",
              "Run the whole workflow, and keep its repositories in the new folder play.",
              "xenvendor demo --untouched play",
              "Create the repositories for the guide."),
          of(
              "adopt",
              "xenvendor adopt --from ~/src/xen.git",
              "Find the release that the headers came from, and start the vendor branch there.",
              "xenvendor adopt --from ~/src/xen.git --prefix sys/external/xen/include",
              "The same for headers in another folder.",
              "xenvendor adopt --baseline 3.1.0 --from xen-3.1.0.tar.gz",
              "Name the release, and take it from an archive."),
          finding(
              "conflicts are left",
              "update",
              "xenvendor update --dry-run",
              "Predict what the newest release of the source brings and costs.",
              "xenvendor update",
              "Import it and merge it.",
              "xenvendor update 3.3.0 --from ~/src/xen.git",
              "Update to a release from a clone of upstream's repository."),
          of(
              "import",
              "xenvendor import 3.3.0 --from ~/src/xen.git",
              "Import Xen 3.3.0 from a clone of upstream's repository.",
              "xenvendor import 3.2.0 --backfill --from ~/src/xen.git",
              "Import a release that was skipped, below the later ones.",
              "xenvendor import --undo",
              "Undo the newest import."),
          finding(
              "conflicts are left",
              "merge",
              "xenvendor merge --dry-run",
              "Predict the merge of the newest imported release and its conflicts.",
              "xenvendor merge 3.3.0",
              "Merge a release into the current branch.",
              "xenvendor merge --continue",
              "Commit the merge after its conflicts are resolved.",
              "xenvendor merge --undo",
              "Undo the last merge, which is not pushed."),
          finding(
              "there are conflicts",
              "conflicts",
              "xenvendor conflicts",
              "Show what is left to decide in the merge in progress.",
              "xenvendor conflicts --dry-run --from ~/src/xen.git",
              "Show the conflicts of the next merge, with upstream's commits."),
          finding(
              "a recorded resolution is damaged",
              "resolutions",
              "xenvendor resolutions",
              "List how conflicts were resolved.",
              "xenvendor resolutions show 3f2a91c",
              "Show the texts of one conflict and its resolution.",
              "xenvendor resolutions forget 3f2a91c",
              "Leave the conflict open in the next merge."),
          of(
              "resolutions show",
              "xenvendor resolutions show 3f2a91c",
              "Show the texts of one conflict and its resolution."),
          of(
              "resolutions forget",
              "xenvendor resolutions forget 3f2a91c",
              "Leave the conflict open in the next merge."),
          of(
              "resolve",
              "xenvendor resolve io/ring.h --hunk 1 --take vendor",
              "Take upstream's text of one hunk.",
              "xenvendor resolve io/xs_wire.h --take local",
              "Keep the tree's whole file.",
              "xenvendor resolve --interactive",
              "Go through the conflicts one by one."),
          of("status", "xenvendor -v status", "Also show the requested interface versions."),
          of("releases", "xenvendor releases", "List the releases, and whether each is imported."),
          finding(
              "upstream has a release that is not imported, with --exit-code",
              "releases available",
              "xenvendor releases available --from ~/src/xen.git",
              "List upstream's releases that are not imported."),
          of(
              "releases pin",
              "xenvendor releases pin 4.20.0 --from ~/src/xen.git",
              "Record the files of a release, so that its import can be verified."),
          finding(
              "the vendor branch or a tag differs from the manifests",
              "releases verify",
              "xenvendor releases verify --from ~/src/xen.git",
              "Also compare the manifests with upstream's repository."),
          of("patches", "xenvendor patches", "List the local patches and the undeclared changes."),
          of(
              "patches show",
              "xenvendor patches show ident-line",
              "Show what the patch changes, why, and where trunk carries it."),
          finding(
              "a local patch does not apply, or two overlap",
              "patches verify",
              "xenvendor patches verify",
              "Try the patches on trunk and on every imported release."),
          of(
              "patches new",
              "xenvendor patches new --dry-run",
              "Show the patches that would declare the undeclared changes.",
              "xenvendor patches new --from-conflict 1",
              "Declare the local change that conflicts."),
          of(
              "patches apply",
              "xenvendor patches apply",
              "Apply the declared patches to the headers that lack them."),
          of(
              "patches refresh",
              "xenvendor patches refresh",
              "Rewrite the patches that no longer fit trunk's release."),
          of(
              "patches retire",
              "xenvendor patches retire ident-line",
              "End the patch's range at trunk's release."),
          of(
              "patches export",
              "xenvendor patches export xs-wire-unused > 0001.patch",
              "Write a patch that upstream can apply with git am."),
          finding(
              "an error was found",
              "check",
              "xenvendor check",
              "Run every rule.",
              "xenvendor check --since origin/main",
              "Report only what is new since a commit.",
              "xenvendor check --report sarif=check.sarif",
              "Also write a file for code scanning."),
          of(
              "abi",
              "xenvendor abi 3.1.0 3.3.0",
              "Compare the interfaces of two releases.",
              "xenvendor abi 3.3.0 trunk",
              "Compare a release with the tree's own headers."),
          of(
              "impact",
              "xenvendor impact 3.1.0 3.3.0",
              "Show what the update brings and what it costs.",
              "xenvendor impact --baseline 3.0.4",
              "Show the effect of another baseline."),
          of(
              "cvs plan",
              "xenvendor cvs plan 3.3.0",
              "Print the tags and commands of the import, and predict the merge."),
          of(
              "cvs import",
              "xenvendor cvs import 3.3.0 --rehearse --from ~/src/xen.git",
              "Import into a temporary copy of the repository.",
              "xenvendor cvs import 3.3.0 --from ~/src/xen.git",
              "Import, and verify the result."),
          finding(
              "conflicts are left",
              "cvs merge",
              "xenvendor cvs merge --dry-run",
              "Predict the merge into the working copy."),
          of(
              "cvs update",
              "xenvendor cvs update 3.3.0",
              "Name the commands that an update takes in CVS."),
          of(
              "cvs 3rdparty",
              "xenvendor cvs 3rdparty 3.3.0 --field Responsible=cegger",
              "Update the entry of the vendor in doc/3RDPARTY."),
          finding(
              "a path conflicts",
              "merge-trees",
              "xenvendor merge-trees upstream/xen/3.1.0 HEAD upstream/xen/3.3.0",
              "Merge two trees with a common base, and print the id of the result."),
          of("help", "xenvendor help patches new", "Show the help of a command."),
          of(
              "schema",
              "xenvendor schema local-patch > local-patch.schema.json",
              "Save the schema of local patches for an editor."),
          of(
              "generate-completion",
              "xenvendor generate-completion fish > ~/.config/fish/completions/xenvendor.fish",
              "Install the completion of fish.",
              "source <(xenvendor generate-completion zsh)",
              "Complete in the running zsh."),
          of(
              "generate-manual",
              "xenvendor generate-manual man/man1",
              "Write the manual page of every command into a folder."));

  private static Map.Entry<String, CommandNotes> of(String command, String... examples) {
    return Map.entry(command, new CommandNotes(Optional.empty(), pairs(examples)));
  }

  private static Map.Entry<String, CommandNotes> finding(
      String finding, String command, String... examples) {
    return Map.entry(command, new CommandNotes(Optional.of(finding), pairs(examples)));
  }

  private static List<Example> pairs(String... texts) {
    Example[] examples = new Example[texts.length / 2];
    for (int i = 0; i < examples.length; i++) {
      examples[i] = new Example(texts[2 * i], texts[2 * i + 1]);
    }
    return List.of(examples);
  }

  /** Returns the notes of a command; empty ones for the program and for commands without any. */
  static CommandNotes of(CommandSpec command) {
    return ALL.getOrDefault(words(command), NONE);
  }

  /** Returns the words that call the command, without the name of the program. */
  private static String words(CommandSpec command) {
    String[] names = command.qualifiedName(" ").split(" ", 2);
    return names.length < 2 ? "" : names[1];
  }
}
