package dev.xenvendor.resolution;

import dev.xenvendor.tree.GitId;
import java.util.Optional;

/**
 * Something among the kept resolutions that cannot be used.
 *
 * @param name a ref, or the path of an entry in it
 * @param id the id of an entry
 */
public record DamagedResolution(String name, Optional<GitId> id, String reason) {

  /** Describes a file that is no entry. */
  public DamagedResolution(String name, String reason) {
    this(name, Optional.empty(), reason);
  }
}
