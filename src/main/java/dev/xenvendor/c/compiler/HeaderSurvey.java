package dev.xenvendor.c.compiler;

import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.tree.HeaderPath;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The definitions of headers for one target in one environment, with the compiler's figures.
 *
 * @param headers by path, and those that they include
 * @param layouts of the types that are complete, by their spelling
 * @param constants the values of enumerators, and of macros that are integer constants
 * @param undefined the macros that are no longer defined at the end
 * @param failed the headers that do not compile, and why; nothing of them is in the rest
 * @param unmeasured why there are no figures, where there are none: the rest is then what the text
 *     says
 */
public record HeaderSurvey(
    SortedMap<HeaderPath, CHeader> headers,
    Map<String, Layout> layouts,
    Map<String, BigInteger> constants,
    Set<String> undefined,
    SortedMap<HeaderPath, String> failed,
    Optional<String> unmeasured) {}
