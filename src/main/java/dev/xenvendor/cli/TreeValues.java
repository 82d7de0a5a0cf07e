package dev.xenvendor.cli;

import dev.xenvendor.cli.completion.Candidate;
import dev.xenvendor.cli.completion.Completion;
import dev.xenvendor.cli.completion.Values;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.Releases;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.format.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Completes values from the tree: its releases, local patches, conflicts and vendors. */
final class TreeValues implements Values {

  /** Commands for which only releases on the vendor branch will do. */
  private static final Set<String> OF_IMPORTED = Set.of("merge", "conflicts", "export");

  /** Commands whose paths are those in conflict. */
  private static final Set<String> OF_CONFLICTS = Set.of("resolve", "conflicts");

  private final Context context;

  TreeValues(Context context) {
    this.context = context;
  }

  @Override
  public List<Candidate> of(String label, CommandSpec command) {
    try {
      return switch (label) {
        case "VERSION", "V", "RELEASE" -> releases(command.name());
        case "ID" -> command.parent().name().equals("resolutions") ? resolutions() : patches();
        case "RULE" -> words(Stream.of(Rule.values()).map(Rule::word));
        case "NAME" -> vendors();
        case "FORMAT=FILE" -> words(Stream.of(Format.values()).map(format -> format + "="));
        case "text|json" -> words(Stream.of(Format.values()).map(Format::toString));
        case "COMMAND" -> Completion.commands(command.root(), "");
        default ->
            label.startsWith("PATH") && OF_CONFLICTS.contains(command.name())
                ? conflicts()
                : List.of();
      };
    } catch (Problem e) {
      return List.of(); // outside a tree, or in one that the command itself will complain about
    }
  }

  private static List<Candidate> words(Stream<String> words) {
    return words.map(Candidate::of).toList();
  }

  private List<Candidate> releases(String command) {
    try (Workspace workspace = context.open()) {
      Releases releases = ReleasesCommand.releases(context, workspace);
      List<Candidate> found = new ArrayList<>();
      for (Releases.Known known : releases.all()) {
        boolean isImported = known.imported().isPresent();
        if (isImported || !OF_IMPORTED.contains(command)) {
          String meaning = isImported ? "imported" : known.skipped() ? "skipped" : "";
          found.add(new Candidate(known.version().toString(), meaning));
        }
      }
      return found;
    }
  }

  private List<Candidate> patches() {
    try (Workspace workspace = context.open()) {
      return context.present(workspace).patches().patches().stream()
          .map(patch -> new Candidate(patch.id(), patch.summary()))
          .toList();
    }
  }

  private List<Candidate> resolutions() {
    try (GitWorkspace workspace = context.openGit()) {
      return ResolutionsCommand.store(context, workspace).read().all().stream()
          .map(
              kept -> new Candidate(kept.id().abbreviated(), kept.settled().texts().path().value()))
          .toList();
    }
  }

  private List<Candidate> vendors() {
    try (Workspace workspace = context.open()) {
      List<ConfigFiles> layers =
          List.of(workspace.configFiles(), context.adapters().builtInConfig());
      return words(VendorConfig.names(layers).stream());
    }
  }

  private List<Candidate> conflicts() {
    try (GitWorkspace workspace = context.openGit()) {
      Downstream tree = context.committed(workspace);
      return new Conflicts(tree, workspace.trunk())
          .left().conflicts().stream()
              .map(
                  conflict ->
                      new Candidate(
                          conflict
                              .path()
                              .below(tree.vendor().prefix())
                              .orElse(conflict.path())
                              .value(),
                          conflict.kind().toString()))
              .toList();
    }
  }
}
