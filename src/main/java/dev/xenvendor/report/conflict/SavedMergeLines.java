package dev.xenvendor.report.conflict;

import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Phrases about saved merges that reports share. */
public final class SavedMergeLines {

  private SavedMergeLines() {}

  /** Names a saved merge and who saved it. */
  static String line(SavedMerge saved) {
    return saved.name() + " " + Phrases.printable(saved.who()) + ".";
  }

  /** Lists saved merges, with what they are of. */
  public static void add(Text text, List<SavedMerge> all) {
    for (SavedMerge saved : all) {
      String release = saved.release().map(version -> version + " onto ").orElse("onto ");
      text.line(
          "Saved     "
              + saved.name()
              + ", "
              + release
              + saved.head().abbreviated()
              + " "
              + Phrases.printable(saved.who()));
    }
  }

  /** Writes what there is to say of one. */
  public static void write(SavedMerge saved, Json json) {
    json.put("name", saved.name());
    json.put("by", saved.by().name());
    json.put("date", saved.date().toString());
    json.put("release", saved.release());
    json.put("branch", saved.branch());
    json.put("head", saved.head().hex());
  }
}
