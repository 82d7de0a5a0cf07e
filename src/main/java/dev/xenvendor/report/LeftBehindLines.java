package dev.xenvendor.report;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.vendor.LeftBehind;
import dev.xenvendor.vendor.Vendor;
import java.util.List;
import java.util.stream.Collectors;

/** Says which headers upstream dropped and the tree kept, and how to remove them. */
record LeftBehindLines(Vendor vendor, List<LeftBehind> files) {

  void add(Text text) {
    for (LeftBehind file : files) {
      text.line("  " + inTree(file) + "    " + Words.leftBehind(vendor, file));
    }
    if (!files.isEmpty()) {
      text.hint(
          "upstream dropped what is left behind; to remove it: git rm "
              + files.stream().map(this::inTree).collect(Collectors.joining(" ")));
    }
  }

  /** The files that neither upstream ever had nor a local patch declares. */
  List<HeaderPath> without(List<HeaderPath> own) {
    List<HeaderPath> kept = files.stream().map(LeftBehind::path).toList();
    return own.stream().filter(path -> !kept.contains(path)).toList();
  }

  void write(Json json) {
    json.objects(
        "leftBehind",
        files,
        (file, j) ->
            j.put("path", inTree(file))
                .put("last", file.last().text())
                .put("dropped", file.dropped().text()));
  }

  private String inTree(LeftBehind file) {
    return vendor.prefix().resolve(file.path()).value();
  }
}
