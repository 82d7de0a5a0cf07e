package dev.xenvendor.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Skips tests where the system property {@code xen.git} names no repository; see {@link XenGit}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@EnabledIfSystemProperty(
    named = "xen.git",
    matches = ".+",
    disabledReason = "no xen.git is named: -Dxen.git=PATH")
@interface NeedsXenGit {}
