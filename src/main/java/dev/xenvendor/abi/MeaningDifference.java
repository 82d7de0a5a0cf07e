package dev.xenvendor.abi;

import dev.xenvendor.abi.ChangeDetail.What;
import dev.xenvendor.abi.Meaning.Constant;
import dev.xenvendor.abi.Meaning.Member;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.abi.Meaning.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares two definitions of the same name. */
final class MeaningDifference {

  private final List<ChangeDetail> details = new ArrayList<>();

  private MeaningDifference() {}

  static List<ChangeDetail> between(Meaning before, Meaning after) {
    MeaningDifference difference = new MeaningDifference();
    if (before instanceof Shape old && after instanceof Shape now) {
      difference.shapes(old, now);
    } else if (!before.equals(after)) {
      boolean numbers = before instanceof Constant && after instanceof Constant;
      difference.details.add(
          ChangeDetail.of(numbers ? What.VALUE : What.TEXT, "", text(before), text(after)));
    }
    return difference.details;
  }

  /** A constant or a text, for people. */
  static String text(Meaning meaning) {
    if (meaning instanceof Constant constant) {
      return constant.value().toString();
    }
    return meaning instanceof Text text ? text.text() : "";
  }

  private void shapes(Shape before, Shape after) {
    if (!before.type().equals(after.type())) {
      details.add(ChangeDetail.of(What.TYPE, "", before.type(), after.type()));
    }
    numbers(What.SIZE, "", before.size(), after.size());
    numbers(What.ALIGNMENT, "", before.alignment(), after.alignment());
    Map<String, Member> old = byPath(before);
    Map<String, Member> now = byPath(after);
    List<Member> added = now.values().stream().filter(m -> !old.containsKey(m.path())).toList();
    List<Member> removed =
        new ArrayList<>(old.values().stream().filter(m -> !now.containsKey(m.path())).toList());
    for (Member member : added) {
      Optional<Member> renamed = removed.stream().filter(m -> isSameBut(m, member)).findFirst();
      renamed.ifPresentOrElse(
          from -> {
            removed.remove(from);
            details.add(
                ChangeDetail.of(What.FIELD_RENAMED, member.path(), from.path(), member.path()));
          },
          () ->
              details.add(
                  ChangeDetail.of(
                      What.FIELD_ADDED,
                      member.path(),
                      Optional.empty(),
                      Optional.of(described(member)))));
    }
    removed.forEach(
        member ->
            details.add(
                ChangeDetail.of(
                    What.FIELD_REMOVED,
                    member.path(),
                    Optional.of(described(member)),
                    Optional.empty())));
    old.forEach(
        (path, member) ->
            Optional.ofNullable(now.get(path)).ifPresent(other -> members(member, other)));
  }

  private static Map<String, Member> byPath(Shape shape) {
    Map<String, Member> members = new LinkedHashMap<>();
    shape.members().forEach(member -> members.put(member.path(), member));
    return members;
  }

  /** Returns whether one field is the other by another name. */
  private static boolean isSameBut(Member one, Member other) {
    return one.position().isPresent()
        && one.position().equals(other.position())
        && one.type().equals(other.type())
        && one.size().equals(other.size());
  }

  private void members(Member before, Member after) {
    if (!before.position().equals(after.position())) {
      details.add(ChangeDetail.of(What.OFFSET, before.path(), offset(before), offset(after)));
    }
    numbers(What.FIELD_SIZE, before.path(), before.size(), after.size());
    if (!before.type().equals(after.type())) {
      details.add(ChangeDetail.of(What.TYPE, before.path(), before.type(), after.type()));
    }
  }

  private void numbers(What what, String field, OptionalLong before, OptionalLong after) {
    if (!before.equals(after)) {
      details.add(ChangeDetail.numbers(what, field, before, after));
    }
  }

  private static String described(Member member) {
    return member.type() + offset(member).map(offset -> " at " + offset).orElse("");
  }

  private static Optional<String> offset(Member member) {
    if (member.position().isEmpty()) {
      return Optional.empty();
    }
    long position = member.position().getAsLong();
    String bytes = Long.toString(position / Byte.SIZE);
    return Optional.of(member.isBitField() ? bytes + '.' + position % Byte.SIZE : bytes);
  }
}
