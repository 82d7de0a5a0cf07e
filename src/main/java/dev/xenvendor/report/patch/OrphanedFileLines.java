package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** Says which headers upstream dropped and the tree kept, and how to remove them. */
public record OrphanedFileLines(Vendor vendor, List<OrphanedFile> files, HintCommands commands) {

  public void add(Text text) {
    for (OrphanedFile file : files) {
      text.line("  " + inTree(file) + "    " + Phrases.leftBehind(vendor, file));
    }
    if (!files.isEmpty()) {
      text.hint(
          "upstream deleted the files that are left behind; to remove them: "
              + commands.remove(files.stream().map(this::inTree).toList()));
    }
  }

  /** The files that neither upstream ever had nor a local patch declares. */
  public List<HeaderPath> without(List<HeaderPath> own) {
    List<HeaderPath> kept = files.stream().map(OrphanedFile::path).toList();
    return own.stream().filter(path -> !kept.contains(path)).toList();
  }

  public void write(Json json) {
    json.objects(
        "leftBehind",
        files,
        (file, j) ->
            j.put("path", inTree(file).value())
                .put("last", file.last().text())
                .put("dropped", file.dropped().text()));
  }

  private HeaderPath inTree(OrphanedFile file) {
    return vendor.prefix().resolve(file.path());
  }
}
