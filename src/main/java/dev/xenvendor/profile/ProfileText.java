package dev.xenvendor.profile;

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

  /** Puts a value of several lines, as YAML, instead of a key's. */
  public ProfileText withBlock(String key, String yaml) {
    return put(key, "\n" + yaml.stripTrailing());
  }

  /** Takes a key out. */
  public ProfileText without(String key) {
    text = existing(key).matcher(text).replaceFirst("").replace("\n\n\n", "\n\n");
    return this;
  }

  private static Pattern existing(String key) {
    return Pattern.compile("^" + Pattern.quote(key) + ":.*" + MORE + "\n?", Pattern.MULTILINE);
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
