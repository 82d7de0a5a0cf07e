package dev.xenvendor;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.cli.command.Adapters;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cvs.CvsFolder;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvsprogram.CvsFolders;
import dev.xenvendor.cvsprogram.CvsProgram;
import dev.xenvendor.cvsprogram.CvsTimeouts;
import dev.xenvendor.cvsprogram.CvsWorkingCopyProgram;
import dev.xenvendor.cvsprogram.ProgramRepository;
import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.git.GitWriteAccess;
import dev.xenvendor.git.object.GitSource;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.NewRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.Source;
import dev.xenvendor.source.ArchiveSource;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.source.DirectoryConfig;
import dev.xenvendor.source.DirectorySource;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Chooses the adapters: JGit for repositories, the file system for everything else. */
public final class ProgramAdapters implements Adapters {

  private final Map<String, String> environment;

  public ProgramAdapters() {
    this(System.getenv());
  }

  /** With environment variables of one's own, such as the path where programs are looked for. */
  public ProgramAdapters(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Workspace open(Path folder) {
    if (CvsFolders.read(folder).isPresent()) {
      CvsProgram program = CvsProgram.find(environment, CvsTimeouts.USUAL);
      return new CvsWorkspace(program, CvsWorkingCopyProgram.top(folder), folder, builtInConfig());
    }
    return openGit(folder);
  }

  @Override
  public GitWorkspace openGit(Path folder) {
    requireGit(folder);
    return new JgitWorkspace(
        GitRepository.open(folder), Optional.empty(), CommitOptions.USUAL, folder);
  }

  @Override
  public GitWorkspace openToWrite(Path folder, CommitOptions commits) {
    requireGit(folder);
    GitRepository repository = GitRepository.open(folder);
    return new JgitWorkspace(
        repository, Optional.of(GitWriteAccess.take(repository)), commits, folder);
  }

  private static void requireGit(Path folder) {
    if (CvsFolders.read(folder).isEmpty()) {
      return;
    }
    Problem problem =
        Problem.usage("this is a CVS working copy, and the command needs a git repository");
    String cvs = "in CVS, use xenvendor cvs plan, import and merge, and xenvendor check";
    throw problem.hint(
        Files.exists(folder.resolve(".git"))
            ? cvs + "; in git, remove the folder " + folder.resolve("CVS")
            : cvs);
  }

  @Override
  public Source source(String name, Path folder, Progress progress) {
    if (GitSource.isUrl(name)) {
      return GitSource.remote(name, progress);
    }
    Path path = folder.resolve(name);
    if (Files.isRegularFile(path)) {
      return new ArchiveSource(name, path);
    }
    if (name.isEmpty() || !Files.isDirectory(path)) {
      throw Problem.unavailable("there is no source " + (name.isEmpty() ? "''" : name))
          .hint("--from takes a git repository (path or URL), an archive or a directory");
    }
    return GitSource.local(name, path).orElseGet(() -> new DirectorySource(name, path));
  }

  @Override
  public ConfigFiles builtInConfig() {
    return new BuiltInConfig();
  }

  @Override
  public ConfigFiles configIn(Path folder, Path shownFrom) {
    if (!Files.isDirectory(folder)) {
      throw Problem.usage("there is no directory " + folder)
          .hint("--config names a directory with vendor/NAME/vendor.yaml");
    }
    return new DirectoryConfig(folder, shownFrom);
  }

  @Override
  public LayoutProbe layoutProbe() {
    return LayoutProbe.system(environment);
  }

  @Override
  public Optional<CvsFolder> cvsFolder(Path folder) {
    return CvsFolders.read(folder);
  }

  @Override
  public CvsRepository cvsRepository(CvsRoot root, Duration lockWait) {
    return new ProgramRepository(cvs(lockWait), root);
  }

  private CvsProgram cvs(Duration lockWait) {
    return CvsProgram.find(environment, CvsTimeouts.USUAL.withLock(lockWait));
  }

  @Override
  public Path cvsTop(Path folder) {
    return CvsWorkingCopyProgram.top(folder);
  }

  @Override
  public CvsWorkingCopy cvsWorkingCopy(Path top, HeaderPath prefix, Duration lockWait) {
    return CvsWorkingCopyProgram.open(cvs(lockWait), top, prefix);
  }

  @Override
  public Optional<String> environment(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
  }

  @Override
  public void createRepository(Path folder) {
    NewRepository.create(folder);
  }

  @Override
  public void commitAll(
      Path folder, HeaderTree files, String message, Instant when, Optional<String> tag) {
    NewRepository.commit(folder, files, message, when, tag);
  }
}
