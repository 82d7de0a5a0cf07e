package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.JgitProgress;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.release.ArchiveName;
import dev.xenvendor.release.Progress;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

/** Fetches from a repository elsewhere into a throw-away one: one commit, or the whole history. */
final class RemoteFetch implements SourceAccess {

  private static final int TIMEOUT_SECONDS = 60;

  private final String url;
  private final Progress progress;
  private @Nullable Git scratch;
  private @Nullable Path folder;

  RemoteFetch(String url, Progress progress) {
    this.url = url;
    this.progress = progress;
  }

  /** Fetches the one commit that the first of the refs that exists names. */
  @Override
  public Repository with(List<String> refs) {
    Map<String, Ref> remote = listed();
    for (String ref : refs.isEmpty() ? List.of(Constants.HEAD) : refs) {
      Optional<RefSpec> spec = specFor(ref, remote);
      if (spec.isPresent()) {
        fetch(command -> command.setDepth(1).setRefSpecs(spec.get()));
        return git().getRepository();
      }
    }
    throw noSuchRef(url, refs);
  }

  @Override
  public Repository withEverything() {
    fetch(
        command ->
            command.setRefSpecs(
                new RefSpec("+refs/heads/*:refs/heads/*"),
                new RefSpec("+refs/tags/*:refs/tags/*")));
    return git().getRepository();
  }

  /** The same name here as there, so that it can be resolved by the name the user gave. */
  private static Optional<RefSpec> specFor(String ref, Map<String, Ref> remote) {
    Optional<String> full =
        Stream.of(Constants.R_TAGS + ref, Constants.R_HEADS + ref, ref)
            .filter(remote::containsKey)
            .findFirst();
    if (full.isPresent()) {
      String here = ref.equals(Constants.HEAD) ? Constants.R_HEADS + "HEAD" : full.get();
      return Optional.of(new RefSpec('+' + full.get() + ':' + here));
    }
    return ObjectId.isId(ref)
        ? Optional.of(new RefSpec(ref + ":refs/heads/fetched"))
        : Optional.empty();
  }

  @Override
  public Set<String> tagNames() {
    return tags().keySet();
  }

  @Override
  public Set<String> branchNames() {
    return listed().keySet().stream()
        .filter(name -> name.startsWith(Constants.R_HEADS))
        .map(Repository::shortenRefName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Map<String, GitId> tags() {
    Map<String, GitId> tags = new LinkedHashMap<>();
    listed()
        .forEach(
            (name, ref) -> {
              if (name.startsWith(Constants.R_TAGS)) {
                ObjectId peeled = ref.getPeeledObjectId();
                tags.put(
                    Repository.shortenRefName(name),
                    GitRepository.idOf(peeled == null ? ref.getObjectId() : peeled));
              }
            });
    return tags;
  }

  private Map<String, Ref> listed() {
    try {
      return configured(Git.lsRemoteRepository().setRemote(url)).callAsMap();
    } catch (GitAPIException | IllegalThreadStateException e) {
      throw unreachable(e);
    }
  }

  /** Sets up one fetch. */
  private interface Setup {
    FetchCommand apply(FetchCommand command);
  }

  private void fetch(Setup setup) {
    FetchCommand command = configured(git().fetch().setRemote(url));
    command.setTagOpt(TagOpt.NO_TAGS).setProgressMonitor(new JgitProgress(progress));
    try {
      setup.apply(command).call();
    } catch (GitAPIException | IllegalThreadStateException e) {
      throw unreachable(e);
    } finally {
      progress.end();
    }
  }

  private static <C extends TransportCommand<C, ?>> C configured(C command) {
    command.setTimeout(TIMEOUT_SECONDS);
    command.setCredentialsProvider(new NetRCCredentialsProvider());
    return command;
  }

  private Problem unreachable(Exception e) {
    // JGit asks for the exit status of an ssh that has closed its output and not ended yet.
    String why = e instanceof IllegalThreadStateException ? "ssh failed" : rootMessage(e);
    return Problem.unavailable("cannot fetch from " + url + ": " + oneLine(why))
        .hint(
            ArchiveName.isIn(url)
                ? "download the archive, and name the file: curl -LO " + Shell.quoted(url)
                : "use a local clone or a tarball: --from DIR or --from FILE")
        .because(e);
  }

  /** JGit repeats the address, and quotes ssh with its line ends. */
  private String oneLine(String why) {
    String message = why.strip().replaceAll("\\s*\\R\\s*", "; ");
    String repeated = url + ": ";
    return message.startsWith(repeated) ? message.substring(repeated.length()) : message;
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException) {
      return "unknown host " + root.getMessage();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  static Problem noSuchRef(String name, List<String> refs) {
    return Problem.unavailable(
            name
                + " has no tag, branch or commit "
                + refs.stream().collect(Collectors.joining(" or ")))
        .hint("name one with --ref; a commit of a remote repository needs its full id");
  }

  private Git git() {
    if (scratch == null) {
      try {
        folder = Files.createTempDirectory("xenvendor-fetch");
        scratch = Git.init().setBare(true).setDirectory(folder.toFile()).call();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (GitAPIException e) {
        throw new IllegalStateException(e);
      }
    }
    return scratch;
  }

  @Override
  public void close() {
    if (scratch != null) {
      scratch.close();
    }
    if (folder != null) {
      try {
        FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
