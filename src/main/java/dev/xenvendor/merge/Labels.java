package dev.xenvendor.merge;

/** What the three sides are called in conflict markers, e.g. {@code vendor Xen 3.3.0}. */
public record Labels(String base, String local, String vendor) {

  /** The sides by their plain names, for a merge of unnamed trees. */
  public static final Labels PLAIN = new Labels("base", "local", "vendor");

  public String of(Side side) {
    return switch (side) {
      case BASE -> base;
      case LOCAL -> local;
      case VENDOR -> vendor;
    };
  }
}
