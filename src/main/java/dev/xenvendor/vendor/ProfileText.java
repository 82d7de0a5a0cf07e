package dev.xenvendor.vendor;

import dev.xenvendor.yaml.YamlText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A profile as text, in which single keys are given other values and everything else stays. */
public final class ProfileText {

  /** The lines below a key that are still its value: indented, or a list that is not. */
  private static final String MORE =
      "(?:\n(?:[ \t]*(?:#.*)?\n)*(?:[ \t]+[^\\s#].*|-(?:[ \t].*)?|[\\]}].*))*";

  private String text;

  public ProfileText(String text) {
    this.text = text;
  }

  public ProfileText with(String key, String value) {
    return put(key, YamlText.scalar(value));
  }

  public ProfileText with(String key, List<String> values) {
    String list =
        values.stream()
            .map(value -> "\n  - " + YamlText.scalar(value))
            .collect(Collectors.joining());
    return put(key, list.strip().isEmpty() ? "[]" : list);
  }

  private ProfileText put(String key, String value) {
    String line = key + ":" + (value.startsWith("\n") ? value : " " + value);
    Matcher existing =
        Pattern.compile("^" + Pattern.quote(key) + ":.*" + MORE, Pattern.MULTILINE).matcher(text);
    text =
        existing.find()
            ? existing.replaceFirst(Matcher.quoteReplacement(line))
            : text + line + '\n';
    return this;
  }

  @Override
  public String toString() {
    return text;
  }
}
