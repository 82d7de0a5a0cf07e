/** NetBSD's list of third-party software, {@code doc/3RDPARTY}. */
@NullMarked
package dev.xenvendor.cvs.thirdparty;

import org.jspecify.annotations.NullMarked;
