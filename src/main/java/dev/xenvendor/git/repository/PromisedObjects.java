package dev.xenvendor.git.repository;

import dev.xenvendor.git.program.GitProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * The objects that a partial clone left at its remote. Git fetches them when one is read: that one,
 * and together with it its missing neighbours, which are usually read next. For use by several
 * threads, of which one fetches at a time.
 */
final class PromisedObjects {

  private final Repository jgit;

  /** The files of the folders that were listed so far. */
  private final List<Set<ObjectId>> listed = new ArrayList<>();

  PromisedObjects(Repository jgit) {
    this.jgit = jgit;
  }

  /** Newer versions of git only say at the remote that it has what is missing. */
  static boolean isPartialClone(Config config) {
    return config.getString("extensions", null, "partialclone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
  }

  private String remote() {
    Config config = jgit.getConfig();
    String named = config.getString("extensions", null, "partialclone");
    return named != null
        ? named
        : config.getSubsections("remote").stream()
            .filter(remote -> config.getBoolean("remote", remote, "promisor", false))
            .findFirst()
            .orElse("origin");
  }

  synchronized void list(Set<ObjectId> files) {
    listed.add(files);
  }

  /** Returns whether the object is there now. */
  synchronized boolean fetch(AnyObjectId missing, ObjectReader local) throws IOException {
    if (local.has(missing)) {
      return true; // another thread has waited for it
    }
    Set<ObjectId> wanted = new LinkedHashSet<>(Set.of(missing.copy()));
    for (Set<ObjectId> files : listed) {
      if (files.contains(missing)) {
        for (ObjectId file : files) {
          if (!local.has(file)) {
            wanted.add(file);
          }
        }
      }
    }
    StringBuilder ids = new StringBuilder();
    wanted.forEach(id -> ids.append(id.name()).append('\n'));
    return GitProgram.find(jgit)
        .map(
            git ->
                git.command(
                        "-c",
                        "fetch.negotiationAlgorithm=noop",
                        "fetch",
                        remote(),
                        "--no-tags",
                        "--no-write-fetch-head",
                        "--recurse-submodules=no",
                        "--filter=blob:none",
                        "--stdin")
                    .run(ids.toString().getBytes(StandardCharsets.US_ASCII))
                    .isGood())
        .orElse(false);
  }
}
