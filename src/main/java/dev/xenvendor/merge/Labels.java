package dev.xenvendor.merge;

/** The names of the three sides in conflict markers, e.g. {@code vendor Xen 3.3.0}. */
public record Labels(String base, String local, String vendor) {}
