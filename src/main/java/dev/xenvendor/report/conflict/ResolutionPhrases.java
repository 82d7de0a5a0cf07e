package dev.xenvendor.report.conflict;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.KeptResolution;
import java.util.stream.Collectors;

/** Phrases about recorded resolutions that reports share. */
public final class ResolutionPhrases {

  private ResolutionPhrases() {}

  /** Names a conflict by its paths and its kind. */
  public static String of(Vendor vendor, ConflictTexts texts) {
    String paths =
        texts.sides().keySet().stream()
            .map(path -> Phrases.printable(vendor.prefix().resolve(path).value()))
            .collect(Collectors.joining(", "));
    String alike =
        texts.count() > 1
            ? " " + texts.number() + " of " + texts.count() + " that read the same"
            : "";
    return paths + "  " + texts.kind() + alike;
  }

  /** Returns what became of a conflict, as in {@code took vendor} or {@code edited}. */
  public static String outcome(KeptResolution kept) {
    String taken = kept.settled().taken();
    return taken.equals("edited") || taken.equals("deleted") ? taken : "took " + taken;
  }

  /** Writes what there is to say of a resolution but its texts. */
  public static void write(Vendor vendor, KeptResolution kept, Json json) {
    ConflictTexts texts = kept.settled().texts();
    json.put("id", kept.id().hex());
    json.put("date", kept.settlement().date().toString());
    json.put("by", kept.settlement().by().name());
    json.put("commit", kept.settlement().commit());
    json.put(
        "paths",
        texts.sides().keySet().stream().map(path -> vendor.prefix().resolve(path)).toList());
    json.put("kind", texts.kind());
    json.put("patch", texts.patch());
    json.put("number", texts.number());
    json.put("count", texts.count());
    json.put("taken", kept.settled().taken());
    json.put("release", kept.settlement().release().map(Version::text));
    json.put("base", kept.settlement().base().map(Version::text));
  }
}
