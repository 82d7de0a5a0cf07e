package dev.xenvendor.impact;

import dev.xenvendor.tree.HeaderPath;

/**
 * A consumer's use of something.
 *
 * @param line of the first time, from 1
 * @param times how often the file uses it
 * @param what is used
 */
public record ConsumerUse<T>(HeaderPath path, int line, int times, T what) {}
