package dev.xenvendor.cli.option;

import dev.xenvendor.downstream.CommitOptions;
import java.util.List;
import java.util.Optional;

/** The options of git about commits that a command takes as well. */
public final class CommitChoices {

  private final Flag noSign;
  private final Optional<Flag> noVerify;
  private final Optional<Words> words;

  /** Those about the message. */
  private record Words(Flag signoff, Flag edit, Argument<String> message) {}

  private CommitChoices(Flag noSign, Optional<Flag> noVerify, Optional<Words> words) {
    this.noSign = noSign;
    this.noVerify = noVerify;
    this.words = words;
  }

  /** Of a command that commits where no hooks run. */
  public static CommitChoices ofVendorBranch(Syntax syntax) {
    return new CommitChoices(noSign(syntax), Optional.empty(), Optional.empty());
  }

  /** Of a command that commits on trunk. */
  public static CommitChoices ofTrunk(Syntax syntax) {
    return new CommitChoices(noSign(syntax), Optional.of(noVerify(syntax)), Optional.empty());
  }

  /** Of a command that commits on trunk, with a message that may be the user's. */
  public static CommitChoices ofMerge(Syntax syntax) {
    Words words =
        new Words(
            syntax.flag("--signoff", "Add a Signed-off-by trailer to the commit message."),
            syntax.flag(List.of("-e", "--edit"), "Edit the commit message in the editor."),
            syntax.option(
                List.of("-m", "--message"),
                "TEXT",
                String.class,
                "The commit message; the trailers that name the release are added."));
    return new CommitChoices(noSign(syntax), Optional.of(noVerify(syntax)), Optional.of(words));
  }

  private static Flag noSign(Syntax syntax) {
    return syntax.flag("--no-gpg-sign", "Do not sign, regardless of git's configuration.");
  }

  private static Flag noVerify(Syntax syntax) {
    return syntax.flag("--no-verify", "Skip the hooks that may refuse a commit.");
  }

  public CommitOptions options() {
    return new CommitOptions(
        !noSign.isSet(),
        noVerify.map(flag -> !flag.isSet()).orElse(true),
        words.map(w -> w.signoff().isSet()).orElse(false),
        words.flatMap(w -> w.message().given()),
        words.map(w -> w.edit().isSet()).orElse(false));
  }
}
