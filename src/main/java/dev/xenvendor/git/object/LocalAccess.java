package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A repository on this machine, of which everything is available. */
record LocalAccess(GitRepository repository) implements SourceAccess {
  @Override
  public Repository with(List<String> refs) {
    return repository.jgit();
  }

  @Override
  public Repository withEverything() {
    return repository.jgit();
  }

  @Override
  public Set<String> tagNames() {
    return names(Constants.R_TAGS);
  }

  @Override
  public Set<String> branchNames() {
    return names(Constants.R_HEADS, Constants.R_REMOTES);
  }

  private Set<String> names(String... prefixes) {
    return Stream.of(prefixes)
        .flatMap(prefix -> GitSource.refs(repository.jgit(), prefix).stream())
        .map(ref -> Repository.shortenRefName(ref.getName()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Map<String, GitId> tags() {
    Map<String, GitId> tags = new LinkedHashMap<>();
    try (RevWalk walk = new RevWalk(repository.jgit())) {
      for (Ref tag : GitSource.refs(repository.jgit(), Constants.R_TAGS)) {
        RevCommit commit = GitSource.commitOf(walk, tag);
        if (commit != null) {
          tags.put(Repository.shortenRefName(tag.getName()), GitRepository.idOf(commit));
        }
      }
    }
    return tags;
  }

  @Override
  public void close() {
    repository.close();
  }
}
