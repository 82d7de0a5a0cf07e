package dev.xenvendor.tree;

import org.jspecify.annotations.Nullable;

/**
 * One file of a header tree: a mode and bytes, never decoded text.
 *
 * <p>Bytes in a repository are read on demand; the id is known without them.
 */
public final class HeaderFile {

  /** Reads a file's bytes from where they are kept. */
  @FunctionalInterface
  public interface Content {
    byte[] bytes();

    /** Returns the size in bytes; a repository may know it without reading them. */
    default long size() {
      return bytes().length;
    }
  }

  private final FileMode mode;
  private final Content content;
  private final boolean atHand;
  private @Nullable GitId id;

  private HeaderFile(FileMode mode, @Nullable GitId id, Content content, boolean atHand) {
    this.mode = mode;
    this.id = id;
    this.content = content;
    this.atHand = atHand;
  }

  /** A file whose bytes are available. */
  public static HeaderFile of(FileMode mode, byte[] bytes) {
    return new HeaderFile(mode, null, () -> bytes, true);
  }

  public static HeaderFile regular(byte[] bytes) {
    return of(FileMode.REGULAR, bytes);
  }

  /** A file known by its id, whose bytes are read when they are needed. */
  public static HeaderFile stored(FileMode mode, GitId id, Content content) {
    return new HeaderFile(mode, id, content, false);
  }

  /** A file whose bytes lie elsewhere and whose id is not known yet. */
  public static HeaderFile lazy(FileMode mode, Content content) {
    return new HeaderFile(mode, null, content, false);
  }

  /** Returns whether the bytes are in memory, so that asking for them costs nothing. */
  public boolean isAtHand() {
    return atHand;
  }

  /** Whether the id is known, so that asking for it costs nothing. */
  public boolean isIdentified() {
    return id != null;
  }

  public FileMode mode() {
    return mode;
  }

  public byte[] bytes() {
    return content.bytes();
  }

  /** Returns the size in bytes. */
  public long size() {
    return content.size();
  }

  /** The git blob id of the bytes. */
  public GitId id() {
    if (id == null) {
      id = GitId.ofBlob(bytes());
    }
    return id;
  }

  public String sha256() {
    return Digests.sha256(bytes());
  }

  /** Returns whether the bytes have both digests; they are read once for the two. */
  public boolean hasDigests(GitId blob, String sha256) {
    if (id != null && !id.equals(blob)) {
      return false;
    }
    byte[] read = bytes();
    if (id == null) {
      id = GitId.ofBlob(read);
    }
    return id.equals(blob) && Digests.sha256(read).equals(sha256);
  }

  public HeaderFile withMode(FileMode other) {
    return other == mode ? this : new HeaderFile(other, id, content, atHand);
  }

  public boolean sameContent(HeaderFile other) {
    return id().equals(other.id());
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof HeaderFile other && mode == other.mode && id().equals(other.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return mode.octal() + ' ' + id();
  }
}
