package dev.xenvendor.patch.propose;

import dev.xenvendor.profile.Version;

/**
 * In how many releases a local patch holds.
 *
 * @param releases how many releases have the header
 * @param from the first of them
 */
public record Durability(int held, int releases, Version from) {}
