package dev.xenvendor.report.patch;

import dev.xenvendor.diff.UnifiedDiff;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.review.PatchExport.Exported;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A local patch in the form of a mail, as {@code git am} takes it.
 *
 * @param sender who sends it, {@code Name <address>}, where the patch does not name its author
 */
public record PatchExportRendering(Exported exported, String sender) implements Report {

  private static final int CONTEXT = 3;
  private static final String NO_ID = "0".repeat(40);

  @Override
  public void show(Text text) {
    LocalPatch patch = exported.patch();
    StringBuilder mail = new StringBuilder();
    mail.append("From ").append(NO_ID).append(" Mon Sep 17 00:00:00 2001\n");
    mail.append("From: ").append(patch.author().filter(a -> a.contains("<")).orElse(sender));
    mail.append('\n');
    patch
        .lastUpdate()
        .map(PatchExportRendering::date)
        .ifPresent(d -> mail.append("Date: " + d + "\n"));
    mail.append("Subject: [PATCH] ").append(subject(patch)).append("\n");
    mail.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n");
    mail.append("Content-Transfer-Encoding: 8bit\n\n");
    patch.description().strip().lines().skip(1).forEach(line -> mail.append(line).append('\n'));
    addDiscussion(mail, patch);
    mail.append("---\n");
    mail.append("Against ").append(exported.vendor().title(exported.release())).append(".\n\n");
    text.line(mail + diff() + "-- \nxenvendor");
  }

  private static String subject(LocalPatch patch) {
    String summary = patch.summary();
    return summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
  }

  private static String date(LocalDate day) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .withLocale(Locale.ROOT)
        .format(day.atTime(12, 0).atOffset(ZoneOffset.UTC));
  }

  private static void addDiscussion(StringBuilder mail, LocalPatch patch) {
    if (patch.discussion().isEmpty()) {
      return;
    }
    mail.append("\nPrevious discussion:\n");
    for (Discussion said : patch.discussion()) {
      mail.append("* ");
      said.date().ifPresent(date -> mail.append(date).append(", "));
      mail.append(said.says()).append('\n');
      said.link().ifPresent(link -> mail.append("  ").append(link).append('\n'));
    }
  }

  private String diff() {
    StringBuilder diff = new StringBuilder();
    TreeSet<HeaderPath> paths = new TreeSet<>(exported.before().paths());
    paths.addAll(exported.after().paths());
    for (HeaderPath path : paths) {
      Optional<HeaderFile> before = exported.before().get(path);
      Optional<HeaderFile> after = exported.after().get(path);
      if (!before.equals(after)) {
        add(diff, exported.folder().resolve(path), before, after);
      }
    }
    return diff.toString();
  }

  private static void add(
      StringBuilder diff,
      HeaderPath path,
      Optional<HeaderFile> before,
      Optional<HeaderFile> after) {
    diff.append("diff --git a/").append(path).append(" b/").append(path).append('\n');
    if (before.isEmpty()) {
      diff.append("new file mode ").append(after.orElseThrow().mode().octal()).append('\n');
    }
    if (after.isEmpty()) {
      diff.append("deleted file mode ").append(before.orElseThrow().mode().octal()).append('\n');
    }
    diff.append("index ").append(id(before)).append("..").append(id(after));
    if (before.isPresent() && after.isPresent()) {
      diff.append(' ').append(after.get().mode().octal());
    }
    diff.append('\n');
    List<String> old = lines(before);
    List<String> now = lines(after);
    UnifiedDiff.between(
            before.isPresent() ? "a/" + path : "/dev/null",
            after.isPresent() ? "b/" + path : "/dev/null",
            old,
            now,
            CONTEXT)
        .forEach(line -> diff.append(line).append('\n'));
  }

  private static String id(Optional<HeaderFile> file) {
    return file.map(f -> f.id().hex()).orElse(NO_ID);
  }

  /** The lines, of which the last one says so where it has no ending, in the words of diff. */
  private static List<String> lines(Optional<HeaderFile> file) {
    List<String> lines = new ArrayList<>();
    for (byte[] line : Lines.split(file.map(HeaderFile::bytes).orElse(new byte[0]))) {
      String text = Phrases.text(line);
      lines.add(
          text.endsWith("\n")
              ? text.substring(0, text.length() - 1)
              : text + "\n\\ No newline at end of file");
    }
    return lines;
  }

  @Override
  public void write(Json json) {
    json.put("command", "patches export")
        .put("result", "exported")
        .put("id", exported.patch().id())
        .put("release", exported.release().text())
        .put("patch", text(Style.PLAIN));
  }
}
