package dev.xenvendor.c.token;

import java.util.List;
import java.util.Set;

/**
 * The names that a header gives to those that include it.
 *
 * @param definitions the definitions of the header itself
 * @param inclusions its includes
 * @param macros every macro that it defines, even if it tests for it first
 * @param undefined the macros that it undefines
 * @param guard the macro of its include guard, if it has one
 */
public record HeaderNames(
    List<Definition> definitions,
    List<Inclusion> inclusions,
    Set<String> macros,
    Set<String> undefined,
    String guard) {

  /**
   * An include.
   *
   * @param spelled with its quotes or angle brackets
   */
  public record Inclusion(String spelled, Condition condition) {}

  public static HeaderNames of(byte[] text) {
    StructureScan scan = new StructureScan(CTokens.of(text));
    scan.structure();
    return scan.names();
  }
}
