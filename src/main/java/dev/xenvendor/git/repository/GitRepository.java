package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.JgitTexts;
import dev.xenvendor.git.config.QuietSystemReader;
import dev.xenvendor.git.program.UserPrograms;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.problem.SystemError;
import dev.xenvendor.tree.GitId;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** An opened git repository, checked to be of a kind that JGit handles rightly. */
public final class GitRepository implements AutoCloseable {

  private static final Set<String> KNOWN_EXTENSIONS =
      Set.of(
          "noop",
          "noop-v1",
          "objectformat",
          "partialclone",
          "preciousobjects",
          "refstorage",
          "relativeworktrees",
          "worktreeconfig");

  private final Repository jgit;

  private GitRepository(Repository jgit) {
    this.jgit = jgit;
  }

  /** Chooses how JGit speaks, for this thread and those that it starts. */
  public static void chooseLanguage() {
    JgitTexts.choose();
  }

  /** Does beforehand what JGit would do when it first opens a repository. */
  public static void prepare() {
    // Otherwise the logging library looks through the whole class path for an implementation.
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    // Java's own SHA-1 is far quicker than JGit's, which looks for forged collisions; a release is
    // verified by its SHA-256 as well.
    System.setProperty("org.eclipse.jgit.util.sha1.implementation", "jdkNative");
    QuietSystemReader.install();
    try {
      SystemReader.getInstance().getUserConfig();
    } catch (ConfigInvalidException | IOException e) {
      return; // opening a repository reports the failure
    }
  }

  /** Opens the repository that the folder is in. */
  public static GitRepository open(Path folder) {
    return find(folder)
        .orElseThrow(
            () ->
                Problem.repository("not in a git repository: " + folder)
                    .hint(
                        "run the command in the operating system's tree, or name the tree with -C"
                            + " DIR"));
  }

  /** The repository the folder is in, if it is in one. */
  public static Optional<GitRepository> find(Path folder) {
    QuietSystemReader.install();
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "not a directory: " : "no such directory: ";
      throw Problem.repository(what + folder)
          .hint("-C names a directory in the operating system's tree");
    }
    return open(new RepositoryFinder(folder).find(), folder);
  }

  /** Opens exactly this folder, or the one a {@code .git} in it names. */
  public static Optional<GitRepository> openAt(Path folder) {
    QuietSystemReader.install();
    File dotGit = folder.resolve(Constants.DOT_GIT).toFile();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    if (dotGit.exists()) {
      builder.findGitDir(folder.toFile());
    } else {
      builder.setGitDir(folder.toFile());
    }
    return open(builder, folder);
  }

  private static Optional<GitRepository> open(FileRepositoryBuilder builder, Path folder) {
    try {
      Repository jgit = new ConfiguredRepository(builder.setMustExist(true).setup());
      if (!jgit.getObjectDatabase().exists()) {
        jgit.close();
        return Optional.empty();
      }
      GitRepository repository = new GitRepository(jgit);
      repository.requireSupported(folder);
      return Optional.of(repository);
    } catch (RepositoryNotFoundException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw Problem.repository(
              "cannot read the git repository at " + folder + ": " + e.getMessage())
          .hint("if git status works there, use a plain clone of it")
          .because(e);
    }
  }

  private void requireSupported(Path folder) {
    StoredConfig config = jgit.getConfig();
    requireKnownFormat(config, folder);
    String format = config.getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw unsupported(folder, "its object ids are " + format + ", not SHA-1");
    }
    boolean split = config.getBoolean("core", "splitIndex", false);
    if ((split || config.getBoolean("index", "sparse", false)) && !FullIndex.isPossible(jgit)) {
      String kind = split ? "split" : "sparse";
      throw unsupported(folder, "its index is " + kind + ", and git is not installed to read it");
    }
  }

  /** As in git, an unknown extension may change the meaning of the repository. */
  private static void requireKnownFormat(StoredConfig config, Path folder) {
    long version = config.getLong("core", "repositoryformatversion", 0);
    if (version > 1) {
      throw unsupported(folder, "its format is version " + version);
    }
    Set<String> unknown = new TreeSet<>(config.getNames("extensions", true));
    unknown.removeIf(name -> KNOWN_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT)));
    if (version == 1 && !unknown.isEmpty()) {
      throw unsupported(folder, "it needs the extension " + String.join(", ", unknown));
    }
  }

  private static Problem unsupported(Path folder, String why) {
    return Problem.repository("the git repository at " + folder + " cannot be used: " + why)
        .hint("use a plain clone of it");
  }

  public Repository jgit() {
    return jgit;
  }

  public boolean isBare() {
    return jgit.isBare();
  }

  /** The root of the work tree; of a bare repository, its own folder. */
  public Path root() {
    return (jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree()).toPath();
  }

  /** Returns a value of git's configuration, if it is there and not empty. */
  public Optional<String> configured(String section, String subsection, String name) {
    return Optional.ofNullable(jgit.getConfig().getString(section, subsection, name))
        .filter(value -> !value.isEmpty());
  }

  /** Returns who commits here, as {@code Name <address>}. */
  public String identity() {
    PersonIdent author = new GitIdentity(jgit).author();
    return author.getName() + " <" + author.getEmailAddress() + '>';
  }

  /** The user's editor and pager. */
  public UserPrograms programs() {
    return new UserPrograms(jgit);
  }

  /** The tree that a tree-ish names. */
  public ObjectId tree(String treeish) {
    return resolve(treeish + "^{tree}", "a tree", treeish);
  }

  /** The commit that a name of a branch, a tag or a commit means. */
  public ObjectId commit(String name) {
    return resolve(name + "^{commit}", "a commit", name);
  }

  private ObjectId resolve(String expression, String what, String named) {
    try {
      ObjectId id = jgit.resolve(expression);
      if (id != null) {
        return id;
      }
    } catch (RevisionSyntaxException e) {
      throw Problem.usage("not " + what + ": " + named).because(e);
    } catch (MissingObjectException e) {
      throw notHere(what, named).because(e);
    } catch (IOException e) {
      throw Problem.usage("not " + what + ": " + named + " (" + e.getMessage() + ")").because(e);
    }
    throw notHere(what, named);
  }

  /** A shallow clone, as CI makes, lacks commits that a fetch of one commit brings. */
  private Problem notHere(String what, String named) {
    Problem problem = Problem.usage("not " + what + " in this repository: " + named);
    Optional<String> fetched =
        ObjectId.isId(named) ? Optional.of("origin " + named) : remoteBranch(named);
    return fetched
        .map(words -> "--depth=1 " + words)
        .or(() -> isShallow() ? Optional.of("--unshallow") : Optional.empty())
        .map(words -> problem.hint("if it is missing: git fetch " + words))
        .orElse(problem);
  }

  private boolean isShallow() {
    return Files.exists(jgit.getCommonDirectory().toPath().resolve(Constants.SHALLOW));
  }

  /** Returns what to fetch for the name of a remote's branch, such as {@code origin/main}. */
  private Optional<String> remoteBranch(String named) {
    return jgit.getRemoteNames().stream()
        .filter(remote -> named.startsWith(remote + '/'))
        .map(
            remote -> {
              String branch = named.substring(remote.length() + 1);
              String refs = "+refs/heads/" + branch + ":refs/remotes/" + named;
              return remote + ' ' + Shell.quoted(refs);
            })
        .findFirst();
  }

  public static GitId idOf(AnyObjectId id) {
    byte[] bytes = new byte[GitId.LENGTH];
    id.copyRawTo(bytes, 0);
    return GitId.ofBytes(bytes, 0);
  }

  public static ObjectId jgitId(GitId id) {
    return ObjectId.fromRaw(id.bytes());
  }

  /** Returns what to say of an I/O error while the repository was read or written. */
  public static Problem failed(String doing, IOException e) {
    return Problem.repository("cannot " + doing + ": " + SystemError.text(e))
        .hint(remedy(e))
        .because(e);
  }

  private static String remedy(IOException e) {
    return e instanceof FileSystemException || e instanceof LockFailedException
        ? "check that the disk has space, that you have write permission, and that no git is"
            + " running"
        : "git fsck checks the repository";
  }

  @Override
  public void close() {
    jgit.close();
  }
}
