package dev.xenvendor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.report.format.RepeatedOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {

  @Test
  void theTemplatesOwnTextsAreAllThatMayRun() {
    String page = page("<b>\u0000\u202e", section("one", "a & 'b'"));

    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-", "script-src 'sha256-")
        .contains("<title>&lt;b&gt;\\x00\\u202e</title>", "a &amp; &#39;b&#39;")
        .doesNotContain("unsafe-inline", "http://", "https://", "@import", "url(", "style=\"");
  }

  /** A browser compares the hashes with the texts between the tags, byte for byte. */
  @Test
  void thePolicyAllowsTheScriptAndTheStyleSheetOfThePage() throws NoSuchAlgorithmException {
    String page = page("T", section("one", "First."));

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
    String page = page("T", section("one", "First."), section("two", "Second."));

    assertThat(page).contains("<a href=\"#one\">", "<a href=\"#two\">", "<nav class=\"contents\"");
    assertThat(page("T", section("one", "First."))).doesNotContain("<nav");
  }

  @Test
  void commandsRepeatTheOptionsOfTheRun() {
    String page =
        HtmlPage.of(
            "xenvendor check",
            List.of(section("one", "xenvendor merge finishes it.")),
            new RepeatedOptions(" --config 'a&b' --vendor $1"));

    assertThat(page)
        .contains(">xenvendor --config &#39;a&amp;b&#39; --vendor $1 merge finishes it.<")
        .contains("<title>xenvendor check</title>");
  }

  private static String page(String title, HtmlSection... sections) {
    return HtmlPage.of(title, List.of(sections), RepeatedOptions.NONE);
  }

  private static HtmlSection section(String id, String summary) {
    return new HtmlSection(id, id, summary, "diff", DiffBlock.of("D", List.of("+a"), 9).fields());
  }
}
