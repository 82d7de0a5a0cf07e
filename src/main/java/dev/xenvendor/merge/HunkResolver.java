package dev.xenvendor.merge;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Resolves hunks that git leaves to the user although one side has no change of its own in them.
 *
 * <ul>
 *   <li>A side that equals base, once the lines that both sides share are taken off or but for the
 *       amount of white space, gives way to the other. Where local and vendor differ in white space
 *       only, local's stays. So does git under {@code -X ignore-space-change}.
 *   <li>Where the other side's text has every line that one side added, and the other dropped what
 *       it dropped, the other is taken: upstream has local's backport, or the other way round.
 * </ul>
 */
final class HunkResolver {

  /** The number of lines that a block must have to be recognised outside of its hunk. */
  private static final int BLOCK = 3;

  private final byte[] wholeBase;
  private final byte[] wholeVendor;

  HunkResolver(byte[] base, byte[] vendor) {
    this.wholeBase = base;
    this.wholeVendor = vendor;
  }

  /**
   * The text that resolves a hunk; empty where a person has to decide.
   *
   * @param before the lines above it that were taken off, since both sides put them there
   * @param after the same below it
   */
  Optional<byte[]> settle(Hunk hunk, byte[] before, byte[] after) {
    byte[] base = hunk.base().text();
    byte[] local = hunk.local().text();
    byte[] vendor = hunk.vendor().text();
    byte[] localAround = join(before, local, after);
    byte[] vendorAround = join(before, vendor, after);
    boolean baseInLocal =
        isBase(Lines.text(local), Lines.text(base), Lines.text(before), Lines.text(after));
    boolean baseInVendor =
        isBase(Lines.text(vendor), Lines.text(base), Lines.text(before), Lines.text(after));
    if (baseInVendor || trimmed(vendor).equals(trimmed(base))) {
      return Optional.of(local);
    }
    if (trimmed(local).equals(trimmed(vendor))
        || isWithin(base, vendorAround, localAround, false)) {
      return Optional.of(local);
    }
    boolean vendorTaken =
        baseInLocal
            || trimmed(local).equals(trimmed(base))
            || isWithin(base, localAround, vendorAround, true);
    return vendorTaken ? Optional.of(vendor) : Optional.empty();
  }

  /** Returns whether base is a side's lines but for those that both sides put around them. */
  private static boolean isBase(
      List<String> side, List<String> base, List<String> before, List<String> after) {
    int extra = base.size() - side.size();
    for (int above = 0; above <= extra; above++) {
      int below = extra - above;
      if (above <= before.size()
          && below <= after.size()
          && base.subList(0, above).equals(before.subList(before.size() - above, before.size()))
          && base.subList(above, above + side.size()).equals(side)
          && base.subList(above + side.size(), base.size()).equals(after.subList(0, below))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the other side did all that one did.
   *
   * @param anywhere whether a block that the release brings in another place counts
   */
  private boolean isWithin(byte[] base, byte[] side, byte[] other, boolean anywhere) {
    List<String> baseLines = Lines.text(base);
    List<String> sideLines = Lines.text(side);
    List<String> otherLines = Lines.text(other);
    boolean added = false;
    for (LineEdit edit : LineDiff.between(base, side)) {
      List<String> dropped = baseLines.subList(edit.beforeBegin(), edit.beforeEnd());
      List<String> block = sideLines.subList(edit.afterBegin(), edit.afterEnd());
      if (!dropped.isEmpty() && holds(otherLines, dropped)) {
        return false;
      }
      if (!block.isEmpty() && !holds(otherLines, block) && !(anywhere && isNewElsewhere(block))) {
        return false;
      }
      added |= block.stream().anyMatch(line -> !line.isBlank());
    }
    return added;
  }

  private static boolean holds(List<String> lines, List<String> block) {
    return Collections.indexOfSubList(lines, block) >= 0;
  }

  /**
   * Returns whether the release brings the block in another place; too short a one proves nothing.
   */
  private boolean isNewElsewhere(List<String> block) {
    List<String> words = block.stream().filter(line -> !line.isBlank()).toList();
    boolean macros = words.stream().allMatch(line -> line.startsWith("#define "));
    boolean telling = !words.isEmpty() && (words.size() >= BLOCK || macros);
    return telling && holds(Lines.text(wholeVendor), block) && !holds(Lines.text(wholeBase), block);
  }

  private static List<String> trimmed(byte[] text) {
    return Lines.text(text).stream().map(line -> line.strip().replaceAll("[ \t]+", " ")).toList();
  }

  private static byte[] join(byte[]... texts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] text : texts) {
      all.writeBytes(text);
    }
    return all.toByteArray();
  }
}
