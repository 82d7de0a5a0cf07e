package dev.xenvendor.cvs;

/**
 * What a folder of a working copy says of itself.
 *
 * @param root the content of {@code CVS/Root}
 * @param repository the folder of the repository it was checked out from, seen from the root:
 *     {@code CVS/Repository}
 */
public record CvsFolder(CvsRoot root, String repository) {}
