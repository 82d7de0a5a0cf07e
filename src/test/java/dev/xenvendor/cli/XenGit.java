package dev.xenvendor.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A full xen.git, named by the system property {@code xen.git}. It is only read; objects that tests
 * make go into repositories of their own that borrow its objects.
 */
final class XenGit {

  static final String PUBLIC = "xen/include/public";

  private XenGit() {}

  static Path folder() {
    return Path.of(System.getProperty("xen.git", "")).toAbsolutePath();
  }

  static Git git() {
    return new Git(folder());
  }

  /** The tree of the public headers at a tag, branch or commit. */
  static String tree(String commit) {
    return git().run("rev-parse", "--verify", commit + ":" + PUBLIC);
  }

  /** Lets a repository see xen.git's objects. */
  static Git borrowing(Path repository) throws IOException {
    Git git = new Git(repository);
    Path own = repository.resolve(git.run("rev-parse", "--git-path", "objects"));
    Path objects = folder().resolve(git().run("rev-parse", "--git-path", "objects"));
    Files.createDirectories(own.resolve("info"));
    Files.writeString(own.resolve("info/alternates"), objects + "\n");
    return git;
  }

  /** The public headers at a tag, branch or commit, as Latin-1 text. */
  static Map<String, String> headers(String commit) {
    Map<String, String> headers = new TreeMap<>();
    git()
        .blobs(tree(commit))
        .forEach((path, blob) -> headers.put(path, git().attempt("cat-file", "blob", blob).out()));
    return headers;
  }

  /** A tree of NetBSD's kind: headers of a Xen version, with changes, and its own profile. */
  static TeamRepository netbsd(Path folder, Map<String, String> headers) throws IOException {
    TeamRepository team = TeamRepository.empty(folder);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      Path file = folder.resolve(TeamRepository.PREFIX).resolve(header.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, header.getValue().getBytes(ISO_8859_1));
    }
    // A profile of its own, without local patches: what is merged is text.
    Path profile = folder.resolve("vendor/xen/vendor.yaml");
    Files.createDirectories(profile.getParent());
    Files.write(profile, PROFILE.getBytes(US_ASCII));
    team.commitAll("Headers with our changes");
    return team;
  }

  private static final String PROFILE =
      """
      schema: 1
      name: xen
      upstream: {url: "https://xenbits.xen.org/git-http/xen.git", path: xen/include/public}
      license: {file: COPYING}
      prefix: sys/arch/xen/include/xen3-public
      local: NetBSD
      include: ["**"]
      exclude: ["foreign/**"]
      """;
}
