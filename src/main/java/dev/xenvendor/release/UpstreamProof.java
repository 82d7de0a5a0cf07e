package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A release as upstream has it, against its manifest.
 *
 * @param absent why upstream could not be asked; empty where it was
 * @param differences what of the manifest is not as upstream has it
 */
public record UpstreamProof(
    Optional<String> absent, SortedMap<HeaderPath, FileDifference> differences) {

  public static UpstreamProof of(Vendor vendor, Optional<Manifest> manifest, Source source) {
    List<String> refs =
        Stream.of(
                manifest.flatMap(Manifest::commit).map(GitId::hex), manifest.flatMap(Manifest::ref))
            .flatMap(Optional::stream)
            .toList();
    if (manifest.isEmpty() || refs.isEmpty()) {
      return absent(
          manifest.isEmpty() ? "there is no manifest" : "its manifest names no upstream commit");
    }
    Set<HeaderPath> known = manifest.get().files().keySet();
    try {
      Snapshot snapshot =
          source.snapshot(
              new Source.Request(vendor.upstream().path(), refs, known, vendor.checks().limits()));
      return new UpstreamProof(
          Optional.empty(), manifest.get().differencesOfSource(snapshot.headers()));
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.UNAVAILABLE) {
        return absent(e.text());
      }
      throw e;
    }
  }

  private static UpstreamProof absent(String why) {
    return new UpstreamProof(Optional.of(why), new TreeMap<>());
  }

  public boolean holds() {
    return absent.isEmpty() && differences.isEmpty();
  }
}
