/** Opening a git repository: whose it is, what it supports, and the lock. */
@NullMarked
package dev.xenvendor.git.repository;

import org.jspecify.annotations.NullMarked;
