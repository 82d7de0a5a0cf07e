package dev.xenvendor.check.inspection;

import dev.xenvendor.c.compiler.Layout;
import dev.xenvendor.c.compiler.Layout.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words the differences between a layout and the one that is wanted. */
public final class LayoutDifference {

  private static final int MOST = 3;

  private LayoutDifference() {}

  /** Returns the first few differences, as in {@code id at 8, want 4}. */
  public static String differences(Layout found, Layout wanted) {
    List<String> differences = new ArrayList<>();
    for (Field field : wanted.fields()) {
      Optional<Field> other = found.field(field.path());
      if (other.isEmpty()) {
        differences.add(field.path() + " is missing");
      } else if (!other.get().equals(field)) {
        differences.add(field.path() + ' ' + difference(other.get(), field));
      }
    }
    found.fields().stream()
        .filter(field -> wanted.field(field.path()).isEmpty() && !wanted.isGap(field))
        .forEach(field -> differences.add(field.path() + " is unexpected"));
    return String.join("; ", differences.subList(0, Math.min(MOST, differences.size())));
  }

  private static String difference(Field found, Field wanted) {
    return place(found).equals(place(wanted))
        ? "has " + size(found) + ", want " + size(wanted)
        : "at " + place(found) + ", want " + place(wanted);
  }

  private static String place(Field field) {
    if (field instanceof Field.Whole whole) {
      return String.valueOf(whole.offset());
    }
    if (field instanceof Field.BitField bits) {
      return bits.position() / Byte.SIZE + "." + bits.position() % Byte.SIZE;
    }
    return field instanceof Field.Flexible flexible ? String.valueOf(flexible.offset()) : "";
  }

  private static String size(Field field) {
    if (field instanceof Field.Whole whole) {
      return whole.size() + " bytes";
    }
    return field instanceof Field.BitField bits ? bits.bits() + " bits" : "no size";
  }
}
