package dev.xenvendor.cli.command;

import dev.xenvendor.adopt.BuiltInProfileMatch;
import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.cli.command.ChosenSource.Origin;
import dev.xenvendor.cli.console.Console;
import dev.xenvendor.cli.console.GlobalOptions;
import dev.xenvendor.cli.console.Pager;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.CommittedConfig;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** The environment of a command: the console, the global options and the adapters. */
public final class Context {

  private static final String DEFAULT_VENDOR = "xen";

  private final Console console;
  private final Adapters adapters;
  private final GlobalOptions options;

  public Context(Console console, Adapters adapters, GlobalOptions options) {
    this.console = console;
    this.adapters = adapters;
    this.options = options;
  }

  public Console console() {
    return console;
  }

  public Adapters adapters() {
    return adapters;
  }

  public GlobalOptions options() {
    return options;
  }

  public Supplier<LayoutProbe> layoutProbe() {
    return adapters::layoutProbe;
  }

  public Progress progress() {
    return console.progress();
  }

  /** For steps of a few long units; several threads may tell it, and it must be ended. */
  public Progress steadyProgress() {
    return console.steadyProgress();
  }

  public Path directory() {
    return options.directory().toAbsolutePath().normalize();
  }

  public Workspace open() {
    return adapters.open(directory());
  }

  /** Opens the tree for what needs a git repository. */
  public GitWorkspace openGit() {
    return adapters.openGit(directory());
  }

  public GitWorkspace openToWrite() {
    return openToWrite(CommitOptions.USUAL);
  }

  /** Opens the tree to write files that the user commits; in CVS there is nothing to lock. */
  public Workspace openToWriteFiles() {
    return adapters.cvsFolder(directory()).isPresent() ? open() : openToWrite();
  }

  public GitWorkspace openToWrite(CommitOptions commits) {
    GitWorkspace workspace = adapters.openToWrite(directory(), commits);
    workspace.notices().forEach(notice -> console.err().println("warning: " + notice));
    new EndedMergeRecorder(this, workspace).run();
    return workspace;
  }

  /**
   * The vendor's configuration: from --config, the tree, or the program. What the program's says of
   * one operating system is left out where the tree is of another.
   */
  public VendorConfig config(Workspace workspace) {
    VendorConfig config = declaredConfig(workspace);
    boolean isAnother =
        !config.ownProfile()
            && BuiltInProfileMatch.isAnother(config, workspace.present(config.vendor()));
    return isAnother ? config.neutral() : config;
  }

  /** The same as it is declared, whatever tree it is used in. */
  public VendorConfig declaredConfig(Workspace workspace) {
    return config(configFiles(workspace));
  }

  /** The same for a tree that is no git repository. */
  public VendorConfig configIn(Path root) {
    Path folder = options.config().map(directory()::resolve).orElse(root);
    return config(adapters.configIn(folder, directory()));
  }

  private VendorConfig config(ConfigFiles tree) {
    return VendorConfig.load(vendorName(tree), tree, adapters.builtInConfig());
  }

  /** Returns whether everything is to be said. */
  public boolean isVerbose() {
    return options.isVerbose();
  }

  /** The vendor's configuration as the tree had it at a commit; what --config names stays. */
  public VendorConfig configAt(GitWorkspace workspace, String commit, String vendor) {
    ConfigFiles tree =
        options.config().isPresent() ? configFiles(workspace) : workspace.configFilesAt(commit);
    return VendorConfig.load(vendor, tree, adapters.builtInConfig());
  }

  /** Returns the tree as it is now, with uncommitted changes where there is a work tree. */
  public Downstream present(Workspace workspace) {
    VendorConfig config = config(workspace);
    return downstream(workspace, config, workspace.present(config.vendor()));
  }

  /** Returns the tree as it is committed. */
  public Downstream committed(GitWorkspace workspace) {
    return downstream(workspace, config(workspace), workspace.trunk());
  }

  /** Returns a state of the tree by a configuration. */
  public Downstream downstream(Workspace workspace, VendorConfig config, TrunkView trunk) {
    return new Downstream(config, workspace.releases(config.vendor()), trunk);
  }

  /** Returns a state of the tree, to be inspected. */
  public Inspection inspection(Downstream tree) {
    return new Inspection(tree, layoutProbe());
  }

  /** Returns what pins a release on first use; in the tree, not in a folder that --config names. */
  public CommittedConfig committedConfig(VendorConfig config) {
    return new CommittedConfig(config, options.config().isEmpty());
  }

  /** Returns the folder of the tree's own configuration, to which new parts of it go. */
  public Path configFolder(Workspace workspace) {
    if (options.config().isEmpty()) {
      workspace.requireFiles();
    }
    return options.config().map(directory()::resolve).orElseGet(workspace::root);
  }

  private ConfigFiles configFiles(Workspace workspace) {
    return options
        .config()
        .map(folder -> adapters.configIn(directory().resolve(folder), directory()))
        .orElseGet(workspace::configFiles);
  }

  private String vendorName(ConfigFiles tree) {
    return options.vendor().orElseGet(() -> vendorIn(tree));
  }

  private static String vendorIn(ConfigFiles tree) {
    SortedSet<String> names = VendorConfig.names(List.of(tree));
    return selectedOf(names)
        .orElseThrow(
            () ->
                Problem.usage("the tree has several vendors: " + String.join(", ", names))
                    .hint("name one: --vendor " + names.first()));
  }

  /** The vendor of a command that names none. */
  private static Optional<String> selectedOf(SortedSet<String> names) {
    return names.isEmpty() || names.contains(DEFAULT_VENDOR)
        ? Optional.of(DEFAULT_VENDOR)
        : Optional.of(names.first()).filter(name -> names.size() == 1);
  }

  /** The highest folder of the working copy of CVS; where there is none, the current folder. */
  public Path cvsTop() {
    return adapters.cvsFolder(directory()).isPresent() ? adapters.cvsTop(directory()) : directory();
  }

  /** The options that name the configuration, as a command in a folder below takes them. */
  public String configWordsBelow(VendorConfig config) {
    Path folder = options.config().map(directory()::resolve).orElseGet(this::cvsTopFromBelow);
    String vendor = options.vendor().map(name -> " --vendor " + Shell.quoted(name)).orElse("");
    boolean isBuiltIn = options.config().isEmpty() && !config.ownProfile();
    return (isBuiltIn ? "" : " --config " + Shell.quoted(folder.toString())) + vendor;
  }

  private Path cvsTopFromBelow() {
    return cvsTop().equals(directory()) ? Path.of("..") : cvsTop();
  }

  /** A source that the command line names. */
  public Supplier<Source> source(String name) {
    return () -> adapters.source(name, directory(), progress());
  }

  /** The source that the command line names, else the profile's. */
  public Supplier<Source> source(Optional<String> name, VendorConfig config) {
    return source(name.orElse(config.vendor().upstream().url()));
  }

  /** The source that the command line names, else the remembered one, else the profile's. */
  public ChosenSource source(Optional<String> name, Workspace workspace, Vendor vendor) {
    if (name.isPresent()) {
      return chosen(vendor, name.get(), Origin.COMMAND_LINE, directory());
    }
    return workspace
        .rememberedSource(vendor)
        .map(from -> chosen(vendor, from, Origin.GIT_CONFIG, workspace.root()))
        .orElseGet(() -> chosen(vendor, vendor.upstream().url(), Origin.PROFILE, directory()));
  }

  /** As in git's configuration, a path that begins with a tilde is below the user's folder. */
  private ChosenSource chosen(Vendor vendor, String name, Origin origin, Path folder) {
    String path =
        name.startsWith("~/") ? adapters.environment("HOME").orElse("~") + name.substring(1) : name;
    return new ChosenSource(
        vendor,
        name,
        origin,
        ChosenSource.located(path, folder),
        () -> adapters.source(path, folder, progress()));
  }

  /** The remembered source, else the profile's, if it is on this machine and has a history. */
  public Optional<Source> sourceAtHand(Workspace workspace, Vendor vendor) {
    return atHand(source(Optional.empty(), workspace, vendor));
  }

  /** A source, if it is on this machine and has a history. */
  public static Optional<Source> atHand(Supplier<Source> chosen) {
    try {
      Source source = chosen.get();
      if (!source.isRemote() && source.hasHistory()) {
        return Optional.of(source);
      }
      source.close();
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.empty(); // what it would add is not worth an error
    }
  }

  /** Shows a result; on a terminal, in git's pager. */
  public void page(Report report, GitWorkspace workspace) {
    boolean isPaged = console.terminal().out() && options.format() == Format.TEXT;
    Optional<Pager> pager = isPaged ? workspace.pager().map(Pager::new) : Optional.empty();
    String text = report.in(options.format(), options.style(console));
    if (pager.filter(program -> program.show(text, options)).isEmpty()) {
      console.print(text);
    }
  }

  /** Writes a result to the files that the command line names. */
  public void write(ReportFiles files, Report report) {
    files.write(directory(), report, options.repeated());
  }

  /** Shows the result of an adoption, after which the tree may select the vendor by itself. */
  public void showAdopted(Report report, Vendor vendor, Workspace workspace) {
    SortedSet<String> names = VendorConfig.names(List.of(configFiles(workspace)));
    boolean isSelected = selectedOf(names).filter(vendor.name()::equals).isPresent();
    Style style = options.style(console);
    console.print(
        report.in(
            options.format(), isSelected ? style.repeating(options.repeatedConfig()) : style));
  }

  /** Shows a result in the format the user wants. */
  public void show(Report report) {
    console.print(report.in(options.format(), options.style(console)));
  }
}
