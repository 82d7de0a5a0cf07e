package dev.xenvendor.resolution;

/**
 * Something among the kept resolutions that cannot be used.
 *
 * @param name a ref, or the path of an entry in it
 */
public record DamagedResolution(String name, String reason) {}
