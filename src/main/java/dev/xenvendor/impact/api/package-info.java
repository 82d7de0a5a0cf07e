/**
 * The interface of a release: its names, features and hypercalls as recorded facts, and how it
 * differs from another's.
 */
@NullMarked
package dev.xenvendor.impact.api;

import org.jspecify.annotations.NullMarked;
