package dev.xenvendor.report.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.SourceTagMismatch;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import java.util.Optional;

/** Shows that a release was taken from another commit than the source's tag of it names. */
public final class SourceTagMismatchLines {

  private SourceTagMismatchLines() {}

  public static void add(Text text, Optional<SourceTagMismatch> elsewhere, Version version) {
    elsewhere.ifPresent(tag -> add(text, tag, version));
  }

  private static void add(Text text, SourceTagMismatch tag, Version version) {
    text.warning(
        "the source's tag "
            + tag.tag()
            + " is commit "
            + tag.commit().abbreviated()
            + ", but commit "
            + tag.taken().abbreviated()
            + " was used"
            + (tag.pinned().isPresent() ? "; the headers are those of the manifest" : ""));
    text.hint(
        tag.isPinned()
            ? "the manifest names that commit; to pin the tag's: xenvendor releases pin "
                + version
                + " --from SOURCE --ref "
                + tag.tag()
            : "to use the tag's, omit --ref");
  }

  public static void write(Json json, Optional<SourceTagMismatch> elsewhere) {
    elsewhere.ifPresent(
        tag ->
            json.object(
                "tagElsewhere",
                j ->
                    j.put("tag", tag.tag())
                        .put("commit", tag.commit().hex())
                        .put("imported", tag.taken().hex())));
  }
}
