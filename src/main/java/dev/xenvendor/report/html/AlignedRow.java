package dev.xenvendor.report.html;

import dev.xenvendor.diff.LinePairs;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of three sides that stand beside each other.
 *
 * @param local the line of local's text, counted from 0; {@link LinePairs#NONE} if it has none
 * @param base the same of base's
 * @param vendor the same of the vendor's
 */
record AlignedRow(int local, int base, int vendor) {

  /** Returns every line of the three texts once, in order. */
  static List<AlignedRow> of(List<String> local, List<String> base, List<String> vendor) {
    return new Alignment(local, base, vendor).rows();
  }

  /** Walks down the three texts at once. */
  private static final class Alignment {

    private final List<String> local;
    private final List<String> base;
    private final List<String> vendor;
    private final List<AlignedRow> rows = new ArrayList<>();
    private int nextLocal;
    private int nextVendor;

    Alignment(List<String> local, List<String> base, List<String> vendor) {
      this.local = local;
      this.base = base;
      this.vendor = vendor;
    }

    List<AlignedRow> rows() {
      int[] inLocal = LinePairs.between(base, local);
      int[] inVendor = LinePairs.between(base, vendor);
      for (int line = 0; line < base.size(); line++) {
        addInserted(upTo(inLocal[line], nextLocal), upTo(inVendor[line], nextVendor));
        rows.add(new AlignedRow(inLocal[line], line, inVendor[line]));
        nextLocal = Math.max(nextLocal, inLocal[line] + 1);
        nextVendor = Math.max(nextVendor, inVendor[line] + 1);
      }
      addInserted(local.size(), vendor.size());
      return rows;
    }

    private static int upTo(int partner, int next) {
      return partner == LinePairs.NONE ? next : partner;
    }

    /** Adds the lines that base lacks, up to the given ones. */
    private void addInserted(int localEnd, int vendorEnd) {
      int[] partners =
          LinePairs.between(
              local.subList(nextLocal, localEnd), vendor.subList(nextVendor, vendorEnd));
      int firstVendor = nextVendor;
      for (int partner : partners) {
        if (partner != LinePairs.NONE) {
          addVendors(firstVendor + partner);
        }
        boolean alone = partner == LinePairs.NONE;
        rows.add(new AlignedRow(nextLocal++, LinePairs.NONE, alone ? partner : nextVendor++));
      }
      addVendors(vendorEnd);
    }

    private void addVendors(int end) {
      while (nextVendor < end) {
        rows.add(new AlignedRow(LinePairs.NONE, LinePairs.NONE, nextVendor++));
      }
    }
  }
}
