package dev.xenvendor.git.object;

import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;

/** Access to the repository of a {@link GitSource}. */
interface SourceAccess extends AutoCloseable {

  /** Returns a repository with at least the commit that the first of the refs that exists names. */
  Repository with(List<String> refs);

  /** Returns a repository with every commit. */
  Repository withEverything();

  /** Returns the names of the tags. */
  Set<String> tagNames();

  /** Returns the names of the branches. */
  Set<String> branchNames();

  /** Returns the tags with the commits that they name. */
  Map<String, GitId> tags();

  @Override
  void close();
}
