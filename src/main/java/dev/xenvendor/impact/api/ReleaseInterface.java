package dev.xenvendor.impact.api;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The names and numbers that a release's headers give to the code that includes them: enough to say
 * what an update brings and takes away, without a byte of the headers' text.
 *
 * @param interfaceVersion the newest that the headers offer, e.g. {@code 0x00030209}
 * @param headers every header of the release, also one that gives nothing
 */
public record ReleaseInterface(
    Version version,
    Optional<String> interfaceVersion,
    SortedMap<HeaderPath, HeaderInterface> headers) {

  public ReleaseInterface {
    headers = Collections.unmodifiableSortedMap(headers);
  }

  /** Returns the headers that may give more than is known. */
  public List<UnreadHeader> unread() {
    return headers.entrySet().stream()
        .flatMap(
            header ->
                header.getValue().unread().stream()
                    .map(reason -> new UnreadHeader(version, header.getKey(), reason)))
        .toList();
  }

  /** Returns how many names the headers give. */
  public int size() {
    return headers.values().stream().mapToInt(HeaderInterface::size).sum();
  }
}
