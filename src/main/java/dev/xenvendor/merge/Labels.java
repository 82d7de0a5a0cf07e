package dev.xenvendor.merge;

/** What the three sides are called in conflict markers, e.g. {@code vendor Xen 3.3.0}. */
public record Labels(String base, String local, String vendor) {}
