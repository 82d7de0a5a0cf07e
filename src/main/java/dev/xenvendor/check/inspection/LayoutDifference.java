package dev.xenvendor.check.inspection;

import dev.xenvendor.c.compiler.Layout;
import dev.xenvendor.c.compiler.Layout.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what a layout is not the one that is wanted, in a few words. */
public final class LayoutDifference {

  private static final int MOST = 3;

  private LayoutDifference() {}

  /** As in {@code id at 8, want 4}; no more than the first few fields. */
  public static String differences(Layout found, Layout wanted) {
    List<String> differences = new ArrayList<>();
    for (Field field : wanted.fields()) {
      Optional<Field> other = found.field(field.path());
      if (other.isEmpty()) {
        differences.add(field.path() + " is missing");
      } else if (!other.get().equals(field)) {
        differences.add(field.path() + ' ' + place(other.get()) + ", want " + want(field, other));
      }
    }
    found.fields().stream()
        .filter(field -> wanted.field(field.path()).isEmpty() && !wanted.isGap(field))
        .forEach(field -> differences.add(field.path() + " is unexpected"));
    return String.join("; ", differences.subList(0, Math.min(MOST, differences.size())));
  }

  private static String want(Field wanted, Optional<Field> found) {
    String place = place(wanted);
    boolean moved = found.map(LayoutDifference::place).filter(p -> !p.equals(place)).isPresent();
    return moved ? place.substring("at ".length()) : size(wanted);
  }

  private static String place(Field field) {
    if (field instanceof Field.Whole whole) {
      return "at " + whole.offset();
    }
    if (field instanceof Field.BitField bits) {
      return "at " + bits.position() / Byte.SIZE + '.' + bits.position() % Byte.SIZE;
    }
    return field instanceof Field.Flexible flexible ? "at " + flexible.offset() : "";
  }

  private static String size(Field field) {
    if (field instanceof Field.Whole whole) {
      return "of " + whole.size() + " bytes";
    }
    return field instanceof Field.BitField bits ? "of " + bits.bits() + " bits" : "without a size";
  }
}
