package dev.xenvendor.cli.command.help;

import dev.xenvendor.cli.command.ChosenSource;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.command.conflict.ResolutionsCommand;
import dev.xenvendor.cli.command.release.ReleasesCommand;
import dev.xenvendor.cli.completion.Candidate;
import dev.xenvendor.cli.completion.Completion;
import dev.xenvendor.cli.completion.CompletionValues;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.Releases;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completes values from the tree: its releases, local patches, conflicts and vendors. */
final class TreeCompletions implements CompletionValues {

  /** Commands for which only releases on the vendor branch will do. */
  private static final Set<String> OF_IMPORTED = Set.of("merge", "conflicts", "export");

  /** Commands whose paths are those in conflict. */
  private static final Set<String> OF_CONFLICTS = Set.of("resolve", "conflicts");

  private final Context context;

  TreeCompletions(Context context) {
    this.context = context;
  }

  @Override
  public List<Candidate> of(ArgSpec argument, CommandSpec command, Map<String, String> options) {
    String label = argument.paramLabel();
    try {
      return switch (label) {
        case "VERSION", "V", "RELEASE" -> releases(command.name());
        case "ID" -> command.parent().name().equals("resolutions") ? resolutions() : patches();
        case "RULE" -> words(Stream.of(Rule.values()).map(Rule::word));
        case "NAME" -> names(argument);
        case "COMMIT" -> ownRefs();
        case "REF" -> refsOf(Optional.ofNullable(options.get("--from")));
        case "SOURCE" -> rememberedSource();
        case "N" -> conflictNumbers();
        case "FORMAT=FILE" -> words(Stream.of(Format.values()).map(format -> format + "="));
        case "text|json" -> words(Stream.of(Format.values()).map(Format::toString));
        case "COMMAND" -> Completion.commands(command.root(), "");
        default ->
            label.startsWith("PATH") && OF_CONFLICTS.contains(command.name())
                ? Stream.concat(conflicts().stream(), conflictNumbers().stream()).toList()
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

  private List<Candidate> names(ArgSpec argument) {
    String option = argument instanceof OptionSpec named ? named.longestName() : "";
    return switch (option) {
      case "--vendor" -> vendors();
      case "--resume" -> savedMerges();
      default -> List.of();
    };
  }

  private List<Candidate> savedMerges() {
    try (GitWorkspace workspace = context.openGit()) {
      return words(
          workspace.savedMerges(context.config(workspace).vendor()).all().stream()
              .map(SavedMerge::name));
    }
  }

  private List<Candidate> ownRefs() {
    try (GitWorkspace workspace = context.openGit()) {
      return refs(Context.atHand(context.source(workspace.root().toString())));
    }
  }

  /** The refs of a source on this machine: the one that is typed, else the remembered one. */
  private List<Candidate> refsOf(Optional<String> from) {
    try (Workspace workspace = context.open()) {
      return refs(
          Context.atHand(context.source(from, workspace, context.config(workspace).vendor())));
    }
  }

  private static List<Candidate> refs(Optional<Source> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    try (Source source = found.get()) {
      Stream<Candidate> branches =
          source.branchNames().stream().map(name -> new Candidate(name, "branch"));
      Stream<Candidate> tags = source.tagNames().stream().map(name -> new Candidate(name, "tag"));
      return Stream.concat(branches, tags).toList();
    }
  }

  /** The source of git's configuration, which names it relative to the root of the tree. */
  private List<Candidate> rememberedSource() {
    try (Workspace workspace = context.open()) {
      boolean isAtRoot = workspace.root().equals(context.directory());
      return workspace
          .rememberedSource(context.config(workspace).vendor())
          .map(source -> isAtRoot ? source : ChosenSource.located(source, workspace.root()))
          .map(source -> List.of(new Candidate(source, "remembered")))
          .orElse(List.of());
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
    return ofConflicts((path, conflict) -> new Candidate(path.value(), conflict.kind().toString()));
  }

  private List<Candidate> conflictNumbers() {
    return ofConflicts(
        (path, conflict) -> new Candidate(String.valueOf(conflict.number()), path.value()));
  }

  /** A word for each open conflict, made from its path in the headers' folder and from itself. */
  private List<Candidate> ofConflicts(BiFunction<HeaderPath, OpenConflict, Candidate> word) {
    try (GitWorkspace workspace = context.openGit()) {
      Downstream tree = context.committed(workspace);
      HeaderPath prefix = tree.vendor().prefix();
      return new Conflicts(tree, workspace.trunk())
          .left().conflicts().stream()
              .map(open -> word.apply(open.path().below(prefix).orElse(open.path()), open))
              .toList();
    }
  }
}
