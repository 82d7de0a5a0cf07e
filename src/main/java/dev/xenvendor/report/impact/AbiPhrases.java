package dev.xenvendor.report.impact;

import dev.xenvendor.abi.AbiName;
import dev.xenvendor.abi.ChangeDetail;
import dev.xenvendor.abi.Meaning;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.c.parse.Audience;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Phrases for the changes of an interface. */
public final class AbiPhrases {

  /** A macro's text is shown no longer than this. */
  private static final int MOST_CHARACTERS = 60;

  private AbiPhrases() {}

  /** From here on a number is an address, a mask or a version rather than a count. */
  private static final BigInteger LARGE = BigInteger.valueOf(0x10000);

  /** The value of a name, if it is a number. */
  public static Optional<String> value(Meaning meaning) {
    return meaning instanceof Meaning.Constant constant
        ? Optional.of(constant.value().toString())
        : Optional.empty();
  }

  /** Returns what a macro is replaced by, in its first characters, if it is no number. */
  public static Optional<String> replacement(Meaning meaning) {
    return meaning instanceof Meaning.Text text
        ? Optional.of(cut(text.text(), 0))
        : Optional.empty();
  }

  /** A number as people write it. */
  public static String number(String value) {
    BigInteger number = new BigInteger(value);
    return number.compareTo(LARGE) < 0 ? value : "0x" + number.toString(16);
  }

  /** The audiences and targets of a change, in parentheses; empty if all have it. */
  public static String onlyIn(Set<HeaderView> views) {
    return onlyIn(views, Set.copyOf(HeaderView.all()));
  }

  private static String onlyIn(Set<HeaderView> views, Set<HeaderView> all) {
    if (views.size() == all.size()) {
      return "";
    }
    List<Target> targets = views.stream().map(HeaderView::target).distinct().toList();
    List<Audience> audiences = views.stream().map(HeaderView::audience).distinct().toList();
    if (targets.size() * audiences.size() != views.size()) {
      return "  (" + String.join(", ", views.stream().map(AbiPhrases::word).toList()) + ")";
    }
    String who =
        all.stream().map(HeaderView::audience).distinct().count() == audiences.size()
            ? ""
            : audiences.get(0).word();
    String where =
        all.stream().map(HeaderView::target).distinct().count() == targets.size()
            ? ""
            : "on " + targets.get(0).word();
    return "  (" + (who + ' ' + where).strip() + ")";
  }

  static String word(HeaderView view) {
    return view.audience().word() + " on " + view.target().word();
  }

  /**
   * A detail on one line.
   *
   * @param all the views in which the name changed
   */
  public static String detail(ChangeDetail detail, Set<HeaderView> all) {
    String before = detail.before().orElse("none");
    String after = detail.after().orElse("none");
    String field = detail.field();
    String what =
        switch (detail.what()) {
          case SIZE -> "size " + before + " to " + after;
          case ALIGNMENT -> "alignment " + before + " to " + after;
          case TYPE -> (field.isEmpty() ? "" : field + ": ") + before + " to " + after;
          case FIELD_ADDED -> "+ " + field + ": " + after;
          case FIELD_REMOVED -> "- " + field + ": " + before;
          case FIELD_RENAMED -> before + " is now called " + after;
          case OFFSET -> field + " at " + before + ", now at " + after;
          case FIELD_SIZE -> field + ": " + before + " bytes to " + after;
          case VALUE -> number(before) + " to " + number(after);
          case TEXT -> texts(before, after);
        };
    return Phrases.printable(what) + onlyIn(detail.views(), all);
  }

  /** Long texts are shown from shortly before the place where they first differ. */
  private static String texts(String before, String after) {
    int same = 0;
    while (same < Math.min(before.length(), after.length())
        && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int from = same + MOST_CHARACTERS / 3 < MOST_CHARACTERS ? 0 : same - MOST_CHARACTERS / 3;
    return cut(before, from) + " to " + cut(after, from);
  }

  private static String cut(String text, int from) {
    int to = Math.min(text.length(), from + MOST_CHARACTERS);
    String shown =
        (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    return shown.isEmpty() ? "nothing" : shown;
  }

  static void write(NameChange change, Json json) {
    AbiName name = change.name();
    json.put("name", name.spelling());
    json.put("kind", name.kind().name().toLowerCase(Locale.ROOT));
    json.put("change", change.kind().word());
    json.put("hypercall", name.isHypercall());
    json.put("path", change.entry().file().value()).put("line", change.entry().line());
    json.put("views", change.views().stream().map(AbiPhrases::word).toList());
    json.put("value", value(change.entry().meaning()));
    json.put("own", change.isOwn());
    json.put("through", change.through());
    json.objects("details", change.details(), AbiPhrases::write);
  }

  private static void write(ChangeDetail detail, Json json) {
    json.put("what", detail.what().word());
    if (!detail.field().isEmpty()) {
      json.put("field", detail.field());
    }
    json.put("before", detail.before()).put("after", detail.after());
    json.put("views", detail.views().stream().map(AbiPhrases::word).toList());
  }
}
