package dev.xenvendor.patch;

import dev.xenvendor.patch.schema.MappingType;

/**
 * A kind of change, described once for all that is made from it: the reader, the writer, the schema
 * and the documentation.
 *
 * @param name as in the patch's file
 * @param type the class of its changes
 * @param documentation what it does, in Markdown
 * @param mapping its keys
 */
public record ChangeKind<C extends Change>(
    String name, Class<C> type, String documentation, MappingType<C> mapping) {}
