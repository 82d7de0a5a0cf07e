package dev.xenvendor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.abi.Meaning.Member;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.report.format.RepeatedOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ByteMapTest {

  private static final Member ID = member("id", "uint64_t", 8, 8);
  private static final Member KIND = member("kind", "uint8_t", 0, 1);

  @Test
  void bytesWithoutAFieldAreHoles() {
    assertThat(map(shape(24, KIND, ID), Optional.empty()))
        .contains("<b>kind</b>", "<td colspan=\"7\" class=\"hole\"><i>hole of 7</i>")
        .contains("<caption>after, 24 bytes</caption>", "<i>hole of 8</i>");
  }

  @Test
  void aFieldThatStandsElsewhereIsMoved() {
    Shape before = shape(12, KIND, member("id", "uint64_t", 4, 8));

    assertThat(map(shape(16, KIND, ID), Optional.of(before)))
        .contains("class=\"moved\"><b>id</b> <small>moved</small>")
        .contains("class=\"\"><b>kind</b></td>");
  }

  @Test
  void fieldsThatShareBytesAreOneCell() {
    Member low = new Member("low", "uint32_t : 3", OptionalLong.of(0), OptionalLong.empty());
    Member high = new Member("high", "uint32_t : 13", OptionalLong.of(3), OptionalLong.empty());

    assertThat(map(shape(4, low, high), Optional.of(shape(4, low))))
        .contains("<td colspan=\"2\" class=\"added\"><b>low, high</b> <small>added</small></td>")
        .contains("<i>hole of 2</i>");
  }

  @Test
  void aLongArrayTakesOneRow() {
    assertThat(map(shape(1024, member("ring", "char[1024]", 0, 1024)), Optional.empty()))
        .containsOnlyOnce("<tr>")
        .contains("<th scope=\"row\">0–1023</th>");
  }

  @Test
  void whatWasNotMeasuredHasNoMap() {
    Shape unknown = new Shape("", OptionalLong.empty(), OptionalLong.empty(), List.of(KIND));

    assertThat(ByteMap.of("after", unknown, Optional.empty(), true)).isEmpty();
  }

  private static String map(Shape shape, Optional<Shape> before) {
    return Templates.fill(
        "bytemap",
        ByteMap.of("after", shape, before, true).orElseThrow().fields(),
        RepeatedOptions.NONE);
  }

  private static Shape shape(long size, Member... members) {
    return new Shape("", OptionalLong.of(size), OptionalLong.of(4), List.of(members));
  }

  private static Member member(String name, String type, long offset, long size) {
    return new Member(name, type, OptionalLong.of(offset * Byte.SIZE), OptionalLong.of(size));
  }
}
