package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaVersion;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a manifest that stands as {@link ManifestYaml} writes it, in a small part of the time that
 * it takes to read YAML in general: a big release has tens of thousands of lines.
 *
 * <p>What was read must give the same text when written again. Every other file, above all one that
 * somebody has edited, is left to the reader that can tell what is wrong with it.
 */
final class ManifestLines {

  private static final int SHA256_LENGTH = 32;

  private final String text;
  private int at;

  private ManifestLines(String text) {
    this.text = text;
  }

  static Optional<Manifest> read(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    try {
      ManifestLines lines = new ManifestLines(text);
      lines.expect("#");
      lines.upTo("\n");
      int body = lines.at;
      Manifest manifest = lines.manifest();
      return Optional.of(manifest).filter(m -> ManifestYaml.body(m).equals(text.substring(body)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Manifest manifest() {
    expect("schema: " + SchemaVersion.CURRENT + "\nversion: ");
    Version version = new Version(upTo("\n"));
    Optional<String> ref = startsWith("ref: ") ? Optional.of(upTo("\n")) : Optional.empty();
    Optional<GitId> commit =
        startsWith("commit: ") ? Optional.of(GitId.of(upTo("\n"))) : Optional.empty();
    Optional<Committer> committer =
        startsWith("committer: \"") ? Optional.of(Committer.of(upTo("\"\n"))) : Optional.empty();
    expect("tree: ");
    GitId tree = GitId.of(upTo("\nfiles:\n"));
    SortedMap<HeaderPath, ManifestFile> files = new TreeMap<>();
    while (at < text.length()) {
      expect("  ");
      files.put(new HeaderPath(upTo(": {mode: ")), file());
    }
    return new Manifest(version, ref, commit, committer, tree, files);
  }

  private ManifestFile file() {
    FileMode mode = FileMode.ofOctal(upTo(", size: "));
    long size = Long.parseLong(upTo(", blob: "));
    GitId blob = GitId.of(upTo(", sha256: "));
    return new ManifestFile(mode, size, blob, sha256(upTo("}\n")));
  }

  private static String sha256(String hex) {
    if (HexFormat.of().parseHex(hex).length != SHA256_LENGTH) {
      throw new IllegalArgumentException("not a SHA-256: " + hex);
    }
    return hex;
  }

  private void expect(String mark) {
    if (!startsWith(mark)) {
      throw new IllegalArgumentException("no " + mark);
    }
  }

  private boolean startsWith(String mark) {
    boolean there = text.startsWith(mark, at);
    at += there ? mark.length() : 0;
    return there;
  }

  private String upTo(String mark) {
    int end = text.indexOf(mark, at);
    if (end < 0) {
      throw new IllegalArgumentException("no " + mark);
    }
    String part = text.substring(at, end);
    at = end + mark.length();
    return part;
  }
}
