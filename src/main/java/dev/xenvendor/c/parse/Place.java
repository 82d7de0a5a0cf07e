package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.ByteRange;

/**
 * The place of a definition in its header.
 *
 * @param range the definition itself, from its first token to the end of its semicolon; of a macro
 *     to the end of the last token of its body
 * @param withComments the same with the comment that ends on the line directly above, if it has
 *     that line to itself, and the comment that ends the definition's own last line
 * @param line the line, from 1, on which the definition begins
 */
public record Place(ByteRange range, ByteRange withComments, int line, Origin origin) {

  /** The origin of the code at a place: written there or made by a macro. */
  public enum Origin {
    WRITTEN,
    /** Written as part of another definition, without which it cannot be taken out. */
    NESTED,
    /** Made by a macro: the place is where the macro is used. */
    GENERATED
  }
}
