package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecentlyReadTest {

  private final RecentlyRead<Integer, String> recent = new RecentlyRead<>(10, String::length);

  @Test
  void whatWasNotAskedForTheLongestIsForgotten() {
    recent.keep(1, "aaaa");
    recent.keep(2, "bbbb");
    assertThat(recent.find(1)).contains("aaaa");

    assertThat(recent.keep(3, "cccc")).isEqualTo("cccc");

    assertThat(recent.find(1)).contains("aaaa");
    assertThat(recent.find(2)).isEmpty();
    assertThat(recent.find(3)).contains("cccc");
  }

  @Test
  void aValueInThePlaceOfAnotherCountsOnce() {
    for (int i = 0; i < 5; i++) {
      recent.keep(1, "aaaa");
    }
    recent.keep(2, "bbbbbb");

    assertThat(recent.find(1)).contains("aaaa");
    assertThat(recent.find(2)).contains("bbbbbb");
  }

  @Test
  void whatIsLargerThanAllThatIsKeptIsReturnedAndNotKept() {
    assertThat(recent.keep(1, "aaaaaaaaaaa")).hasSize(11);

    assertThat(recent.find(1)).isEmpty();
    recent.keep(2, "b");
    assertThat(recent.find(2)).contains("b");
  }
}
