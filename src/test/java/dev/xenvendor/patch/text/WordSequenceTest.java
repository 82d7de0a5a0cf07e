package dev.xenvendor.patch.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where prose, such as a comment, names a token or several. */
final class WordSequenceTest {

  private static final int OFFSET = 100;

  private static List<Integer> found(String tokens, String prose) {
    CTokens sought = CTokens.of(tokens.getBytes(StandardCharsets.US_ASCII));
    return new WordSequence(sought)
        .in(prose, OFFSET).stream().map(ByteRange::start).map(start -> start - OFFSET).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "page, the page is, 4",
    "page, page, 0",
    "page, pages and subpage,",
    "page, page_t and my_page and page2,",
    "page, (page), 1",
    "mb(), call mb() here, 5",
    "mb(), call mb ( ) here, 5",
    "mb(), call wmb() here,",
    "mb(), mb()x, 0",
    "struct page, a struct  page's, 2",
    "struct page, structpage,",
    "* page, a *page, 2",
    "->page, ring->page, 4",
  })
  void wholeWordsAreFoundWhateverBlanksAreBetween(String tokens, String prose, Integer place) {
    assertThat(found(tokens, prose)).isEqualTo(place == null ? List.of() : List.of(place));
  }

  @ParameterizedTest
  @CsvSource({"struct page, 'struct\n page'", "mb(), 'mb\n()'"})
  void wordsOnTwoLinesAreNotFound(String tokens, String prose) {
    assertThat(found(tokens, prose)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"page, 'page, page', 4", "struct page, 'page struct page', 11"})
  void aPlaceEndsAfterTheLastWord(String tokens, String prose, int length) {
    CTokens sought = CTokens.of(tokens.getBytes(StandardCharsets.US_ASCII));
    List<ByteRange> places = new WordSequence(sought).in(prose, OFFSET);
    assertThat(places).allSatisfy(p -> assertThat(p.end() - p.start()).isEqualTo(length));
    assertThat(places.get(places.size() - 1).end()).isEqualTo(OFFSET + prose.length());
  }
}
