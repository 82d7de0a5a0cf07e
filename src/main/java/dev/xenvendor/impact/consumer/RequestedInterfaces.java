package dev.xenvendor.impact.consumer;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;

/**
 * The interface versions that consumers ask for, and what follows from that.
 *
 * @param newest that trunk's headers know
 * @param older what each version that is not the newest means
 */
public record RequestedInterfaces(
    RequestedVersions asked, Optional<String> newest, List<OlderInterface> older) {

  public RequestedInterfaces {
    older = List.copyOf(older);
  }

  /**
   * Reads trunk's headers at each version.
   *
   * @param environment of the headers by themselves
   */
  public static RequestedInterfaces of(
      RequestedVersions asked, HeaderTree headers, CEnvironment environment) {
    Optional<String> newest = InterfaceVersion.of(headers);
    List<OlderInterface> older =
        asked.versions().stream()
            .filter(version -> newest.filter(n -> isOlder(version, n)).isPresent())
            .map(version -> OlderInterface.of(headers, environment, version))
            .toList();
    return new RequestedInterfaces(asked, newest, older);
  }

  private static boolean isOlder(String version, String newest) {
    return isNumber(version) && Long.decode(version) < Long.decode(newest);
  }

  private static boolean isNumber(String version) {
    return !version.equals(InterfaceVersion.LATEST_MACRO);
  }

  /** Those that the headers refuse, since they are newer than the headers know. */
  public List<RequestedVersions.Asked> refused() {
    return asked.asked().stream()
        .filter(each -> !each.isLatest())
        .filter(each -> newest.filter(n -> isOlder(n, each.version())).isPresent())
        .toList();
  }
}
