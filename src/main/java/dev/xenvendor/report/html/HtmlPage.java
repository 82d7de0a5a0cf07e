package dev.xenvendor.report.html;

import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.report.format.RepeatedOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A self-contained page of one or several sections: it needs no other file and no network. */
final class HtmlPage {

  private HtmlPage() {}

  /**
   * Returns the whole document.
   *
   * @param repeated what the commands in it repeat
   */
  static String of(String title, List<HtmlSection> sections, RepeatedOptions repeated) {
    String style = Templates.resource("page.css");
    String script = Templates.resource("page.js");
    Fields fields =
        new Fields()
            .put("title", title)
            .put("version", BuildInfo.version())
            .put("style", style)
            .put("styleHash", hash(style))
            .put("script", script)
            .put("scriptHash", hash(script))
            .put("several", sections.size() > 1)
            .put("sections", sections.stream(), section -> fields(section, repeated));
    return Templates.fill("page", fields, repeated);
  }

  private static Fields fields(HtmlSection section, RepeatedOptions repeated) {
    return new Fields()
        .put("id", section.id())
        .put("title", section.title())
        .put("summary", section.summary())
        .put("content", section.content(repeated));
  }

  /** Returns the source expression by which a content security policy allows an inline text. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
