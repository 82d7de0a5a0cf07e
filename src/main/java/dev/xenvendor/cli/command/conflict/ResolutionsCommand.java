package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.conflict.ForgottenResolutionsRendering;
import dev.xenvendor.report.conflict.ResolutionRendering;
import dev.xenvendor.report.conflict.ResolutionsRendering;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.resolution.ResolutionSearch;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.GitId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command {@code resolutions}, which lists, shows and deletes recorded resolutions. */
public final class ResolutionsCommand extends Command {

  public ResolutionsCommand(Context context) {
    super(
        context,
        "resolutions",
        "List how conflicts were resolved.",
        "The next merge with the same conflicts resolves them in the same way.");
    addCommands(new Show(context), new Forget(context));
  }

  public static ResolutionStore store(Context context, GitWorkspace workspace) {
    return workspace.trunk().resolutions(vendor(context, workspace));
  }

  private static Vendor vendor(Context context, GitWorkspace workspace) {
    return context.config(workspace).vendor();
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openGit()) {
      ResolutionStore store = store(context, workspace);
      KeptResolutions kept = store.read();
      List<KeptResolution> all = kept.all();
      context.page(
          new ResolutionsRendering(
              vendor(context, workspace), store.ref(), all, kept.damaged(), store.fetchCommand()),
          workspace);
      return kept.damaged().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }

  private static final class Show extends Command {

    private final Argument<String> id =
        syntax.parameter("ID", String.class, "The resolution, or the beginning of its id.");

    Show(Context context) {
      super(context, "show", "Show the texts of a conflict and its resolution.");
    }

    @Override
    public Integer call() {
      try (GitWorkspace workspace = context.openGit()) {
        KeptResolutions kept = store(context, workspace).read();
        KeptResolution found = new ResolutionSearch(kept).required(id.value());
        context.page(new ResolutionRendering(vendor(context, workspace), found), workspace);
        return ExitCode.DONE;
      }
    }
  }

  private static final class Forget extends Command {

    private final Argument<List<String>> ids =
        syntax.words("1..*", "ID", "The resolutions, or the beginnings of their ids.");

    Forget(Context context) {
      super(context, "forget", "Forget resolutions; the next merge leaves their conflicts open.");
    }

    @Override
    public Integer call() {
      try (GitWorkspace workspace = context.openToWrite()) {
        ResolutionStore store = store(context, workspace);
        ResolutionSearch search = new ResolutionSearch(store.read());
        Set<GitId> forgotten = new LinkedHashSet<>();
        ids.value().forEach(typed -> forgotten.add(search.id(typed)));
        store.forget(forgotten);
        context.show(new ForgottenResolutionsRendering(store.ref(), forgotten));
        return ExitCode.DONE;
      }
    }
  }
}
