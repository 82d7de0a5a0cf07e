package dev.xenvendor.c.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Limits;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The tokens of any text are the text, and the look at it before it is parsed ends. */
final class CTokensFuzzTest {

  @FuzzTest
  void tokensAreTheText(byte[] input) {
    CTokens tokens = CTokens.of(input);
    String text = tokens.stream().map(CToken::text).collect(Collectors.joining());
    assertThat(text.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(input);
    tokens.directives().forEach(directive -> assertThat(directive.word()).isNotNull());
    new HeaderLimits(Limits.DEFAULT).text(HeaderFile.regular(input));
  }
}
