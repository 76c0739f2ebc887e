/**
 * What may be shown: placements, offers and fallback offers with what they say in each
 * language, and the collections that decisions draw them from.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "audit", "account", "condition", "consent", "profile", "audience" })
package dev.sayso.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
