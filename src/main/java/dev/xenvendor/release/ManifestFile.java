package dev.xenvendor.release;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;

/**
 * The identity of one file of a release.
 *
 * @param size in bytes
 * @param sha256 in hex; beside the blob id, since SHA-1 alone no longer proves anything
 */
public record ManifestFile(FileMode mode, long size, GitId blob, String sha256) {

  static ManifestFile of(HeaderFile file) {
    return new ManifestFile(file.mode(), file.bytes().length, file.id(), file.sha256());
  }

  boolean isOf(HeaderFile file) {
    return mode == file.mode() && file.hasDigests(blob, sha256);
  }

  boolean isOfId(HeaderFile file) {
    return mode == file.mode() && file.id().equals(blob);
  }
}
