package dev.xenvendor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {

  @Test
  void theTemplatesOwnTextsAreAllThatMayRun() {
    String page = HtmlPage.of("<b>\u0000\u202e", List.of(section("one", "a & 'b'")));

    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-", "script-src 'sha256-")
        .contains("<title>&lt;b&gt;\\x00\\u202e</title>", "a &amp; &#39;b&#39;")
        .doesNotContain("unsafe-inline", "http://", "https://", "@import", "url(", "style=\"");
  }

  /** A browser compares the hashes with the texts between the tags, byte for byte. */
  @Test
  void thePolicyAllowsTheScriptAndTheStyleSheetOfThePage() throws NoSuchAlgorithmException {
    String page = HtmlPage.of("T", List.of(section("one", "First.")));

    for (String part : List.of("style", "script")) {
      String text = page.split("<" + part + ">")[1].split("</" + part + ">")[0];
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      String encoded = Base64.getEncoder().encodeToString(hash).replace("=", "&#x3D;");
      assertThat(page).contains(part + "-src 'sha256-" + encoded + "'");
    }
  }

  @Test
  void severalSectionsHaveAListOfContents() {
    String page = HtmlPage.of("T", List.of(section("one", "First."), section("two", "Second.")));

    assertThat(page).contains("<a href=\"#one\">", "<a href=\"#two\">", "<nav class=\"contents\"");
    assertThat(HtmlPage.of("T", List.of(section("one", "First.")))).doesNotContain("<nav");
  }

  private static HtmlSection section(String id, String summary) {
    return new HtmlSection(id, id, summary, "diff", DiffBlock.of("D", List.of("+a"), 9).fields());
  }
}
