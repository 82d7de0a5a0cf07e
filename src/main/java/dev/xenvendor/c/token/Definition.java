package dev.xenvendor.c.token;

/**
 * A place where a header defines something.
 *
 * @param what its kind and name, as in {@code struct a}
 * @param condition under which the preprocessor keeps it
 * @param text equal if C allows both; empty if C never allows two
 */
public record Definition(String what, int line, Condition condition, String text) {

  public Definition under(Condition outer, String guard) {
    return new Definition(what, line, outer.and(condition.withoutGuard(guard)), text);
  }

  /** Returns whether a compile that sees both of them fails, or takes the later one. */
  public boolean clashesWith(Definition other) {
    boolean same = !text.isEmpty() && text.equals(other.text);
    return what.equals(other.what)
        && !same
        && !condition.isImpossible()
        && !other.condition.isImpossible()
        && condition.clashesWith(other.condition);
  }
}
