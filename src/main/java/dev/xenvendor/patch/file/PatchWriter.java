package dev.xenvendor.patch.file;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.VersionRange;
import dev.xenvendor.yaml.SchemaComment;
import dev.xenvendor.yaml.YamlBlock;
import java.nio.charset.StandardCharsets;

/** Writes a local patch as a file that people go on editing. */
public final class PatchWriter {

  private PatchWriter() {}

  public static byte[] write(LocalPatch patch) {
    YamlBlock file = new YamlBlock();
    file.line("id", patch.id()).text("description", patch.description());
    patch.forwarded().ifPresent(state -> file.line("forwarded", state.word()));
    patch.lastUpdate().ifPresent(date -> file.line("last-update", date.toString()));
    return (SchemaComment.of("local-patch")
            + file
            + releasesText(patch.releases())
            + changeText(patch.change()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The key that names the releases; nothing where it is for every release. */
  static String releasesText(VersionRange releases) {
    return releases.equals(VersionRange.EVERY)
        ? ""
        : new YamlBlock().line("releases", releases.toString()).toString();
  }

  /** The key that holds the change. */
  static String changeText(Change change) {
    YamlBlock file = new YamlBlock();
    write(file.mapping("change"), change.kind(), change);
    return file.toString();
  }

  private static <C extends Change> void write(YamlBlock block, ChangeKind<C> kind, Change change) {
    kind.mapping().write(block.mapping(kind.name()), kind.type().cast(change));
  }
}
