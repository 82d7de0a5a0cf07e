package dev.xenvendor.impact.consumer;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the tree that use the headers.
 *
 * @param files in path order
 * @param skipped those that were not looked into, and why
 */
public record Consumers(List<ConsumerFile> files, List<Skipped> skipped) {

  /** No code that a person wrote comes near; tables that a program wrote go beyond. */
  private static final long MOST_BYTES = 8L << 20;

  private static final int BINARY_PROBE = 8000;

  /** A file that was not looked into. */
  public record Skipped(HeaderPath path, String reason) {}

  public Consumers {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /** Reads those that the profile names. */
  public static Consumers of(Vendor vendor, HeaderTree tree) {
    List<ConsumerFile> files = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Map.Entry<HeaderPath, HeaderFile> entry : tree.files().entrySet()) {
      HeaderPath path = entry.getKey();
      HeaderFile file = entry.getValue();
      if (isText(file.mode()) && vendor.checks().isConsumer(path, vendor.prefix())) {
        whyNot(file)
            .ifPresentOrElse(
                reason -> skipped.add(new Skipped(path, reason)),
                () -> files.add(new ConsumerFile(path, file.bytes())));
      }
    }
    return new Consumers(files, skipped);
  }

  private static boolean isText(FileMode mode) {
    return mode == FileMode.REGULAR || mode == FileMode.EXECUTABLE;
  }

  private static Optional<String> whyNot(HeaderFile file) {
    long size = file.size();
    if (size > MOST_BYTES) {
      return Optional.of(
          String.format("%,d bytes, more than the %,d that are looked into", size, MOST_BYTES));
    }
    byte[] bytes = file.bytes();
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
      if (bytes[i] == 0) {
        return Optional.of("not text");
      }
    }
    return Optional.empty();
  }

  /** The names that consumers' own headers give a meaning to, which holds for all of them. */
  public Set<String> ownNames(Set<String> wanted) {
    Set<String> own = new HashSet<>();
    for (ConsumerFile file : files) {
      if (file.isHeader()) {
        own.addAll(ownNames(file, wanted));
      }
    }
    return own;
  }

  /** The names that a file gives a meaning to. */
  public static Set<String> ownNames(ConsumerFile file, Set<String> wanted) {
    Set<String> own = new HashSet<>();
    file.mentions(wanted)
        .forEach(
            (name, tokens) -> {
              if (tokens.stream().anyMatch(file::isOwn)) {
                own.add(name);
              }
            });
    return own;
  }
}
