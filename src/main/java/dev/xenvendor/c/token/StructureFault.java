package dev.xenvendor.c.token;

import java.util.Optional;

/**
 * A fault in the structure of a header: something that is never closed, or defined twice.
 *
 * @param key equal for the same fault in two versions of a header
 * @param message what is wrong, without the place
 * @param line where, counted from 1
 * @param earlier the line of the first definition, where something is defined twice
 */
public record StructureFault(String key, String message, int line, Optional<Integer> earlier) {

  static StructureFault at(int line, String key, String message) {
    return new StructureFault(key, message, line, Optional.empty());
  }
}
