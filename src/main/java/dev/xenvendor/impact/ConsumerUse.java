package dev.xenvendor.impact;

import dev.xenvendor.tree.HeaderPath;

/**
 * A use of a name in a consumer.
 *
 * @param line the first line, from 1
 * @param times how often the file uses it
 * @param what the name
 */
public record ConsumerUse<T>(HeaderPath path, int line, int times, T what) {}
