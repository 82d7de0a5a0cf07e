package dev.xenvendor.git.object;

import dev.xenvendor.git.config.QuietSystemReader;
import dev.xenvendor.git.repository.ConfiguredRepository;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Origin;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.SourceLayout;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** A git repository that holds upstream's tree, or the headers alone, and their history. */
public final class GitSource implements Source {

  private static final Pattern URL =
      Pattern.compile("[a-z][a-z+]*://.*|(?:[^/@]+@)?[A-Za-z0-9][A-Za-z0-9.-]+:(?!/?/).+");

  private final String name;
  private final SourceAccess access;

  private GitSource(String name, SourceAccess access) {
    this.name = name;
    this.access = access;
  }

  /** Returns whether the name can only be an address of a repository elsewhere. */
  public static boolean isUrl(String name) {
    return URL.matcher(name).matches();
  }

  /** The repository in a local folder, if there is one. */
  public static Optional<Source> local(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return GitRepository.openAt(folder)
        .map(repository -> new GitSource(name, new LocalAccess(repository)));
  }

  public static Source remote(String url, Progress progress) {
    QuietSystemReader.install();
    return new GitSource(url, new RemoteFetch(url, progress));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return isUrl(name);
  }

  @Override
  public Snapshot snapshot(Request request) {
    Repository repository = access.with(request.refs());
    if (repository instanceof ConfiguredRepository own) {
      own.readByProgram();
    }
    return reading(
        repository,
        (walk, trees) -> {
          List<String> refs = request.refs().isEmpty() ? List.of(Constants.HEAD) : request.refs();
          RevCommit commit = commit(repository, walk, refs);
          String ref = named(repository, refs);
          Origin origin =
              new Origin(
                  Optional.of(ref).filter(r -> !r.equals(Constants.HEAD)),
                  Optional.of(GitRepository.idOf(commit)),
                  Optional.of(PersonIdents.committerOf(commit)),
                  Optional.empty());
          return new Snapshot(headers(trees, commit, request), origin);
        });
  }

  private HeaderTree headers(TreeReader trees, RevCommit commit, Request request) {
    Optional<ObjectId> folder = trees.folderIn(commit.getTree(), request.path());
    if (folder.isPresent()) {
      return readable(trees, folder.get());
    }
    HeaderTree all = readable(trees, commit.getTree());
    String where = name + " at commit " + commit.abbreviate(7).name();
    return SourceLayout.find(where, all.paths(), request).folder().map(all::below).orElse(all);
  }

  private HeaderTree readable(TreeReader trees, ObjectId tree) {
    trees
        .nameThatIsNotUtf8(tree)
        .ifPresent(
            file -> {
              throw Problem.unavailable(
                      name + " is refused: the file name " + file + " is not UTF-8")
                  .hint("nothing was imported; get the release from upstream");
            });
    return trees.read(tree);
  }

  /** Tells nothing of a commit without headers. */
  private Optional<HeaderTree> headersAt(TreeReader trees, RevCommit commit, HeaderPath path) {
    try {
      return Optional.of(headers(trees, commit, new Request(path, List.of(), Set.of())));
    } catch (Problem noHeaders) {
      return Optional.empty();
    }
  }

  private RevCommit commit(Repository repository, RevWalk walk, List<String> refs) {
    try {
      for (String ref : refs) {
        Optional<ObjectId> id = resolve(repository, ref);
        if (id.isPresent()) {
          return walk.parseCommit(id.get());
        }
      }
    } catch (IOException e) {
      throw GitRepository.failed("read " + name, e);
    }
    throw RemoteFetch.noSuchRef(name, refs);
  }

  private static String named(Repository repository, List<String> refs) {
    return refs.stream()
        .filter(ref -> resolve(repository, ref).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<ObjectId> resolve(Repository repository, String ref) {
    try {
      return Optional.ofNullable(repository.resolve(ref + "^{commit}"));
    } catch (RevisionSyntaxException | IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Set<String> tagNames() {
    return access.tagNames();
  }

  @Override
  public Set<String> branchNames() {
    return access.branchNames();
  }

  @Override
  public Map<String, GitId> tags() {
    return access.tags();
  }

  @Override
  public Optional<Described> describe(String ref, Set<String> tags) {
    Repository repository = access.withEverything();
    return reading(
        repository,
        (walk, trees) ->
            new NearestTag(repository).of(commit(repository, walk, List.of(ref)), tags));
  }

  @Override
  public List<TaggedTree> taggedTrees(HeaderPath path) {
    Repository repository = access.withEverything();
    return reading(
        repository,
        (walk, trees) -> {
          Map<GitId, TaggedTree> byTree = new LinkedHashMap<>();
          for (Ref tag : refs(repository, Constants.R_TAGS)) {
            RevCommit commit = commitOf(walk, tag);
            if (commit != null) {
              headersAt(trees, commit, path)
                  .map(headers -> tagged(headers, commit, tag))
                  .ifPresent(state -> byTree.merge(state.headers().id(), state, GitSource::joined));
            }
          }
          return new ArrayList<>(byTree.values());
        });
  }

  private static TaggedTree tagged(HeaderTree headers, RevCommit commit, Ref tag) {
    return new TaggedTree(
        Instant.ofEpochSecond(commit.getCommitTime()),
        List.of(Repository.shortenRefName(tag.getName())),
        headers);
  }

  private static TaggedTree joined(TaggedTree first, TaggedTree second) {
    List<String> tags = new ArrayList<>(first.tags());
    tags.addAll(second.tags());
    return new TaggedTree(first.time(), tags, first.headers());
  }

  @Override
  public List<HistoricTree> history(HeaderPath path, Instant from, Instant until) {
    Repository repository = access.withEverything();
    return reading(
        repository,
        (walk, trees) ->
            new HeaderHistory(repository, trees, name)
                .states(path, tips(repository, walk), from, until));
  }

  private static List<RevCommit> tips(Repository repository, RevWalk walk) {
    List<RevCommit> tips = new ArrayList<>();
    for (Ref ref : refs(repository, Constants.R_REFS)) {
      RevCommit tip = commitOf(walk, ref);
      if (tip != null) {
        tips.add(tip);
      }
    }
    return tips;
  }

  @Override
  public Map<HeaderPath, List<UpstreamCommit>> changes(
      Set<HeaderPath> files, GitId from, GitId until) {
    return files.isEmpty()
        ? Map.of()
        : new FileHistories(access.withEverything(), files).between(from, until);
  }

  static List<Ref> refs(Repository repository, String prefix) {
    try {
      return repository.getRefDatabase().getRefsByPrefix(prefix);
    } catch (IOException e) {
      throw GitRepository.failed("read refs", e);
    }
  }

  static @Nullable RevCommit commitOf(RevWalk walk, Ref ref) {
    try {
      RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
      return object instanceof RevCommit commit ? walk.parseCommit(commit) : null;
    } catch (IOException e) {
      throw GitRepository.failed("read " + ref.getName(), e);
    }
  }

  private static <T> T reading(Repository repository, BiFunction<RevWalk, TreeReader, T> action) {
    try (RevWalk walk = new RevWalk(repository)) {
      return action.apply(walk, new TreeReader(repository));
    }
  }

  @Override
  public void close() {
    access.close();
  }
}
