package dev.xenvendor.impact;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.definition.MovedDefinitions;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that local patches will move out of the vendor's headers. */
final class RelocatedTypes {

  private RelocatedTypes() {}

  static List<RemovedApi> of(ConsumerTree tree, Version release) {
    List<RemovedApi> moved = new ArrayList<>();
    for (LocalPatch patch : tree.patches().forRelease(release).patches()) {
      patch
          .change()
          .asRelocation()
          .ifPresent(relocation -> moved.addAll(moved(tree, patch, relocation)));
    }
    return moved;
  }

  private static List<RemovedApi> moved(
      ConsumerTree tree, LocalPatch patch, RelocateDefinitions relocation) {
    HeaderPath to = relocation.mdHeader(tree.vendor().prefix());
    PatchTarget target = PatchTarget.of(tree.headers(), tree.published());
    Map<String, RemovedApi> moved = new LinkedHashMap<>();
    for (MovedDefinitions taken : relocation.apply(target).taken()) {
      taken.definitions().stream()
          .flatMap(CDefinition::withMade)
          .filter(definition -> !definition.defines().isEmpty())
          .map(CDefinition::spelling)
          .forEach(
              spelling -> {
                RemovedApi.Type type = RemovedApi.Type.of(spelling, relocation.from());
                moved.put(
                    spelling,
                    new RemovedApi.Moved(type.word(), type.name(), type.header(), to, patch.id()));
              });
    }
    return List.copyOf(moved.values());
  }
}
